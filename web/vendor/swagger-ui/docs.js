// Started from a file, since the Content-Security-Policy allows no inline script; no validator, which is a remote site.
window.SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
