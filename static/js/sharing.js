// Copying the address, and the system's own way of sharing where there is one. No third party hears of either.
// Where the browser keeps its clipboard to itself, the address is shown to be copied by hand.
const isCopied = (address) =>
  navigator.clipboard.writeText(address).then(
    () => true,
    () => false,
  );

for (const share of document.querySelectorAll("[data-share]")) {
  const { title, address } = share.dataset;
  const copy = share.querySelector("[data-copy-address]");
  const pass = share.querySelector("[data-share-on]");

  const quote = share.querySelector("[data-quote]");
  const copies = [
    [copy, address],
    [share.querySelector("[data-copy-quote]"), quote.value],
  ];

  if (navigator.clipboard) {
    for (const [button, words] of copies) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const told = (await isCopied(words)) ? button.dataset.done : address;
        button.textContent = told;
        share.querySelector("[data-told]").textContent = told;
      });
    }
  }
  // Who copies it by hand wants all of it.
  quote.addEventListener("focus", () => quote.select());
  if (navigator.share) {
    pass.hidden = false;
    // Who closes the system's sheet again has not made a mistake.
    pass.addEventListener("click", () => navigator.share({ title, url: address }).catch(() => {}));
  }
}
