"""Word documents (.docx), by way of the HTML that mammoth makes of them."""
