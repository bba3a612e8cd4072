from articles.moved import forwarding


class ForwardingAdmin:
    """Mixed into the admin of what has an address: the old one leads to the new one."""

    def save_model(self, request, obj, form, change):
        with forwarding(obj):
            super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        with forwarding(form.instance):
            super().save_formset(request, form, formset, change)
