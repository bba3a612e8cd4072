"""Files to text and pictures: what a correspondent mails and what production leaves. No Django in here."""
