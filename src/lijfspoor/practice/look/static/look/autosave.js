// Keeps drafts of forms with data-autosave. The text itself never leaves the page for browser storage:
// a shared computer must not hold a record.
const CALM = 1200;
const FIRST_RETRY = 2000;
const LAST_RETRY = 60000;

class Draft {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-autosave-status]");
    this.typed = 0;
    this.kept = 0;
    this.timer = 0;
    this.pause = FIRST_RETRY;
    this.busy = false;
    this.stopped = false;
    this.key = null;
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    form.addEventListener("submit", () => { this.leaving = true; clearTimeout(this.timer); });
    window.addEventListener("online", () => this.unsaved && this.plan(0));
    window.addEventListener("pageshow", () => { this.leaving = false; });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && this.unsaved && !this.leaving) this.save();
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.unsaved && !this.leaving) event.preventDefault();
    });
  }

  get unsaved() { return this.typed !== this.kept; }

  changed() {
    this.typed += 1;
    this.key = null;
    if (this.stopped) return;
    if (!this.busy) this.say("dirty", "waiting");
    this.plan(CALM);
  }

  plan(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  async save() {
    if (this.busy || this.stopped || this.leaving || !this.unsaved) return;
    this.busy = true;
    const sent = this.typed;
    this.key ??= newKey();
    this.say("saving", "waiting");
    try {
      await this.read(await this.post(), sent);
    } catch {
      this.say("offline", "offline");
      this.retry();
    } finally {
      this.busy = false;
    }
  }

  post() {
    const body = new FormData();
    for (const [name, value] of new FormData(this.form)) if (typeof value === "string") body.append(name, value);
    return fetch(this.form.dataset.autosave, {
      method: "POST",
      body: new URLSearchParams(body),
      redirect: "manual",
      credentials: "same-origin",
      headers: {
        "Accept": "application/json",
        "Idempotency-Key": this.key,
        "X-CSRFToken": body.get("csrfmiddlewaretoken") ?? "",
        "X-Requested-With": "autosave",
      },
    });
  }

  async read(answer, sent) {
    if (answer.ok) {
      const told = answer.status === 204 ? {} : await answer.json();
      this.pause = FIRST_RETRY;
      this.kept = sent;
      const version = this.form.elements.namedItem("version");
      if (version && told.version !== undefined) version.value = String(told.version);
      if (this.unsaved) { this.key = null; this.plan(CALM); return; }
      this.say("saved", "saved", ` ${told.saved_at ?? clock()}`);
    } else if (answer.status === 409) {
      const told = await answer.json();
      this.stopped = true;
      this.say("conflict", "waiting");
      if (told.merge) this.offerMerge(told.merge);
    } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      this.say("signedout", "offline");
      this.retry(LAST_RETRY);
    } else if (answer.status === 400 || answer.status === 422) {
      const told = await answer.json().catch(() => ({}));
      this.key = null;
      this.say("refused", "waiting", told.message ? ` ${told.message}` : "");
    } else {
      throw new Error(String(answer.status));
    }
  }

  retry(wait = this.pause) {
    this.pause = Math.min(this.pause * 2, LAST_RETRY);
    this.plan(wait);
  }

  // The whole form goes along to the merge page, so that both texts stand side by side there.
  offerMerge(address) {
    const target = new URL(address, location.href);
    if (!this.status || target.origin !== location.origin || this.status.querySelector("button")) return;
    const button = document.createElement("button");
    button.className = "button";
    button.type = "submit";
    button.formAction = target.href;
    button.formNoValidate = true;
    button.textContent = this.status.dataset.merge;
    this.status.append(button);
  }

  say(state, icon, extra = "") {
    if (!this.status) return;
    this.status.hidden = false;
    this.status.dataset.state = state;
    this.status.querySelector("[data-words]").textContent = `${this.status.dataset[state]}${extra}`;
    for (const drawing of this.status.querySelectorAll("[data-icon]")) drawing.hidden = drawing.dataset.icon !== icon;
  }
}

// randomUUID is only there in a secure context; a practice may run on a plain address in its own network.
const newKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

const clock = () => {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, "0")}.${String(now.getMinutes()).padStart(2, "0")}`;
};

for (const form of document.querySelectorAll("form[data-autosave]")) new Draft(form);
