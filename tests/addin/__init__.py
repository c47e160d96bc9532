"""The Excel add-in, tested without Excel: on LibreOffice, in an interpreter of VBA, part by part."""
