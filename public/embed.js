// Fits every Normscope frame of a page to its content. <script src="https://HOST/embed.js"></script>
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "normscope:resize" || !(data.height >= 120 && data.height <= 4000)) return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
});
