/** Sends a file; `fetch` cannot tell how far it is. */

import { ApiError } from "./api.js";

/** Adds a report: what the server says of it. `told(share)` hears how much is sent, 0 to 1. Raises ApiError, and AbortError where `signal` ends it. */
export function sendFile(address, file, told, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    request.upload.onload = () => told(1);
    request.onload = () => (request.status < 300 ? resolve(request.response) : reject(refused(request)));
    request.onerror = () => reject(new ApiError("offline"));
    request.onabort = () => reject(new DOMException("", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}

function refused({ response, status }) {
  return new ApiError(response?.error?.code ?? "server", response?.error?.message ?? "", status);
}
