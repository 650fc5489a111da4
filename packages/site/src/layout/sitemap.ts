/** A list of all pages for search engines (sitemaps.org), which want whole addresses. The paths have nothing to escape. */
export function sitemap(site: string, files: Iterable<string>): string {
  const urls = [...files].map((file) => `  <url><loc>${site}${file}</loc></url>\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`
}
