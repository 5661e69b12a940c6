// Questionnaires: a question that is asked only after certain answers appears and goes as those are given.
function chosen(form, name) {
  return [...form.querySelectorAll(`[name="${CSS.escape(name)}"]:checked`)]
    .filter((input) => !input.closest("[data-only-if][hidden]"))
    .map((input) => input.value);
}

function update(form) {
  // In the order of the page, so that a question follows one that itself has just appeared or gone.
  for (const field of form.querySelectorAll("[data-only-if]")) {
    const { onlyIf, onlyWhen } = field.dataset;
    if (!form.querySelector(`[name="${CSS.escape(onlyIf)}"]`)) continue;
    const wanted = onlyWhen.split(" ");
    field.hidden = !chosen(form, onlyIf).some((value) => wanted.includes(value));
  }
}

// Whoever leaves with answers typed and not saved is asked first; sending the form is no leaving.
function guard(form) {
  let typed = false;
  form.addEventListener("input", () => { typed = true; });
  form.addEventListener("submit", () => { typed = false; });
  addEventListener("beforeunload", (event) => {
    if (typed) event.preventDefault();
  });
}

export function startQuestions() {
  for (const form of document.querySelectorAll("form[data-questions]")) {
    form.addEventListener("change", () => update(form));
    update(form);
    if (form.hasAttribute("data-keep")) guard(form);
  }
}
