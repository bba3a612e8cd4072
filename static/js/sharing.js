// Copying the address, and the system's own way of sharing where there is one. No third party hears of either.
for (const share of document.querySelectorAll("[data-share]")) {
  const { title, address } = share.dataset;
  const copy = share.querySelector("[data-copy-address]");
  const pass = share.querySelector("[data-share-on]");

  if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(address);
      copy.textContent = copy.dataset.done;
      share.querySelector("[data-told]").textContent = copy.dataset.done;
    });
  }
  if (navigator.share) {
    pass.hidden = false;
    // Who closes the system's sheet again has not made a mistake.
    pass.addEventListener("click", () => navigator.share({ title, url: address }).catch(() => {}));
  }
}
