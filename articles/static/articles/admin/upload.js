// Files and whole folders, chosen or dropped, are sent in parts: with progress, and what failed is sent again.
// Without this file the form sends what was chosen at once.
"use strict";

(() => {
  const TRIES = 3;
  const WAIT = 1500; // milliseconds before a part is tried again

  function prepare(form) {
    form.dataset.ready = "yes";
    const find = (name) => form.querySelector(`[data-${name}]`);
    const files = form.querySelector("#files");
    const folder = form.querySelector("#folder");
    find("folder").hidden = false;
    find("dropping").hidden = false;
    find("plain").hidden = true;
    form.querySelector("#limits").hidden = true;
    form.querySelector("#many").hidden = false;
    files.required = false;
    for (const input of [files, folder]) {
      const sendChosen = () => {
        const chosen = [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
        send(form, chosen, 0);
        input.value = "";
      };
      input.addEventListener("change", sendChosen);
      // Chosen before this script had come over a slow line; what a browser restores at a reload is not sent again.
      if (input.files.length && performance.getEntriesByType("navigation")[0]?.type === "navigate") sendChosen();
    }
    find("again").addEventListener("click", () => resume(form));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // --- Dropping ----------------------------------------------------------------------------------------

  async function entriesIn(folder) {
    const reader = folder.createReader();
    const entries = [];
    for (;;) { // a browser gives a hundred at a time
      const some = await new Promise((done, fail) => { reader.readEntries(done, fail); });
      if (!some.length) return entries;
      entries.push(...some);
    }
  }

  async function gather(entry, found) {
    try {
      if (entry.isFile) {
        const file = await new Promise((done, fail) => { entry.file(done, fail); });
        found.files.push({ file, path: entry.fullPath.replace(/^\//, "") });
      } else {
        for (const one of await entriesIn(entry)) await gather(one, found);
      }
    } catch {
      found.gone += 1;
    }
  }

  async function dropped(transfer) {
    const entries = [...transfer.items].filter((item) => item.kind === "file").map((item) => item.webkitGetAsEntry?.());
    const found = { files: [], gone: 0 };
    if (entries.every(Boolean)) {
      for (const entry of entries) await gather(entry, found);
    } else {
      for (const file of transfer.files) found.files.push({ file, path: file.name });
    }
    return found;
  }

  const isFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  const here = () => document.querySelector("[data-drop-here]");
  const target = () => document.querySelector("form[data-upload]");

  document.addEventListener("dragover", (event) => {
    if (!target() || !isFiles(event)) return;
    event.preventDefault();
    here().hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget && here()) here().hidden = true;
  });
  document.addEventListener("drop", async (event) => {
    const form = target();
    if (!form || !isFiles(event)) return;
    event.preventDefault();
    here().hidden = true;
    const found = await dropped(event.dataTransfer);
    send(form, found.files, found.gone);
  });

  // --- Sending -------------------------------------------------------------------------------------------

  const uploads = new WeakMap();

  function partsOf(chosen, form) {
    const most = Number(form.dataset.partFiles);
    const bytes = Number(form.dataset.partBytes);
    const parts = [];
    let part = [], size = 0;
    for (const one of chosen) {
      if (part.length && (part.length >= most || size + one.file.size > bytes)) {
        parts.push(part);
        part = [];
        size = 0;
      }
      part.push(one);
      size += one.file.size;
    }
    if (part.length) parts.push(part);
    return parts;
  }

  function send(form, chosen, gone) {
    const parts = partsOf(chosen, form);
    const running = uploads.get(form);
    if (running && !running.isDone) {
      running.parts.push(...parts);
      running.all += chosen.length;
      running.gone += gone;
      if (running.failed) resume(form); else say(form, running);
      return;
    }
    const name = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    const upload = { name, parts, done: 0, all: chosen.length, gone, failed: "", isDone: false, again: false };
    uploads.set(form, upload);
    const details = form.closest("details");
    if (details) details.open = true;
    form.querySelector("[data-sending]").hidden = false;
    run(form, upload);
  }

  function resume(form) {
    const upload = uploads.get(form);
    upload.failed = "";
    upload.again = true; // what was sent last may have arrived
    run(form, upload);
  }

  async function run(form, upload) {
    say(form, upload);
    if (!upload.all) {
      upload.isDone = true;
      return;
    }
    while (upload.parts.length) {
      const answer = await tryPart(form, upload, upload.parts[0]);
      if (answer.error) {
        upload.failed = answer.error;
        say(form, upload);
        return;
      }
      upload.address = answer.address;
      upload.done += upload.parts.shift().length;
      upload.again = false;
      say(form, upload);
    }
    upload.isDone = true;
    if (!upload.gone || upload.address) location.assign(upload.address);
  }

  async function tryPart(form, upload, part) {
    for (let tried = 1; ; tried += 1) {
      try {
        const answer = await fetch(form.action, { method: "POST", body: bodyOf(form, upload, part) });
        const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
        if (answer.ok && isJson) return await answer.json();
        if (answer.status === 409 && isJson) return { error: "closed" };
        if (answer.status < 500 && tried >= 2) return { error: "failed" };
      } catch {
        // The connection is gone: tried again below.
      }
      if (tried >= TRIES) return { error: "failed" };
      upload.again = true;
      await new Promise((done) => { setTimeout(done, WAIT * tried); });
    }
  }

  function bodyOf(form, upload, part) {
    const body = new FormData();
    const most = Number(form.dataset.maxBytes);
    body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    body.set("upload", upload.name);
    if (upload.again) body.set("again", "1");
    part.forEach(({ file, path }, number) => {
      body.append("paths", path);
      // A name would lose its folders on the way; of a file that is too large the server need not see all to say so.
      body.append("files", file.size > most ? file.slice(0, most + 1) : file, String(number));
    });
    return body;
  }

  function say(form, upload) {
    const place = form.querySelector("#sent");
    const bar = form.querySelector("progress");
    const key = upload.failed || (upload.all ? "words" : "empty");
    let words = place.dataset[key].replace("%(done)s", upload.done).replace("%(all)s", upload.all);
    if (upload.gone) words += ` ${place.dataset.gone.replace("%(n)s", upload.gone)}`;
    place.textContent = words;
    bar.max = Math.max(upload.all, 1);
    bar.value = upload.done;
    form.querySelector("[data-again]").hidden = upload.failed !== "failed";
  }

  addEventListener("beforeunload", (event) => {
    const upload = target() && uploads.get(target());
    if (upload && !upload.isDone && upload.parts.length) event.preventDefault();
  });

  function prepareAll() {
    document.querySelectorAll("form[data-upload]:not([data-ready])").forEach(prepare);
  }
  document.addEventListener("DOMContentLoaded", prepareAll);
  document.addEventListener("run:fresh", prepareAll);
})();
