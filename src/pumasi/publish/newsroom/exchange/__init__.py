"""Texts, memory and terms in the forms of other tools: XLIFF, TMX, TBX, DOCX, HWPX. Bytes in, plain values out, and back; no database."""
