// A form with data-submit-once goes out once: the button says so and waits. The key in the form keeps the
// server from counting twice when it is sent again after all.
const LONG = 20000;
const timers = new WeakMap();

const buttons = (form) => [...form.querySelectorAll("button:not([type=button]), input[type=submit]")];

const hold = (form, pressed) => {
  form.setAttribute("aria-busy", "true");
  for (const button of buttons(form)) button.setAttribute("aria-disabled", "true");
  pressed?.classList.add("button--busy");
  timers.set(form, setTimeout(() => release(form), LONG));
};

const release = (form) => {
  clearTimeout(timers.get(form));
  form.removeAttribute("aria-busy");
  for (const button of buttons(form)) {
    button.removeAttribute("aria-disabled");
    button.classList.remove("button--busy");
  }
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !("submitOnce" in form.dataset)) return;
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  // Other listeners may still stop this event; look after them.
  setTimeout(() => { if (!event.defaultPrevented) hold(form, event.submitter); });
});

// Coming back with the Back button shows the page as it was left: open it again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.querySelectorAll("form[aria-busy]")) release(form);
});
