"""Report → Chroma, crash-safe; the encoder behind a Protocol."""
