// On a tablet the page comes first: until its user says otherwise, the navigation beside it starts folded.
"use strict";

if (window.innerWidth <= 1024 && localStorage.getItem("django.admin.navSidebarIsOpen") === null) {
  localStorage.setItem("django.admin.navSidebarIsOpen", "false");
}
