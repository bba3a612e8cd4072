// The sentence that the paper prints, while its parts are being typed. articles.corrections.sentence composes the same.

const shown = document.querySelector("[data-correction-sentence]");
const leads = shown?.dataset.leads ? JSON.parse(shown.dataset.leads) : null;
const SWAPPED = { "“": "‘", "”": "’", "‘": "“", "’": "”" };

function quoted(field) {
  return field.value.replace(/[\r\n]/g, "").trim().replace(/[“”‘’]/g, (mark) => SWAPPED[mark]);
}

function compose() {
  const { wrong, right, stood_on: page } = document.getElementById("correction_form").elements;
  if (!wrong || !right) return;
  const lead = leads[page?.value ?? ""] ?? leads[""];
  shown.hidden = false;
  shown.querySelector("[data-sentence]").textContent = `${lead}“${quoted(wrong) || "……"}”应为“${quoted(right) || "……"}”，特此更正。`;
}

if (leads) {
  document.getElementById("correction_form").addEventListener("input", compose);
  document.getElementById("correction_form").addEventListener("change", compose);
  compose();
}
