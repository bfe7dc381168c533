/** The page's whole style sheet, inline: the first paint waits for nothing. Contrast is at least 4.5:1 everywhere. */
export const pageStyles = `
*{box-sizing:border-box}
html{font:400 17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#191a1f;background:#fff;scroll-behavior:smooth}
body{margin:0}
main{max-width:1100px;margin:0 auto;padding:0 20px 64px}
h1{font-size:clamp(30px,5vw,54px);line-height:1.1;margin:36px 0 10px;letter-spacing:-.02em;text-wrap:balance}
h2{font-size:clamp(23px,3vw,32px);line-height:1.2;margin:0 0 18px;text-wrap:balance}
h3{font-size:18px;line-height:1.3;margin:12px 0 4px}
p{margin:0 0 12px}
section{margin-top:56px}
.lead{font-size:20px;color:#4c4f59;max-width:60ch}
.stage{margin:22px 0}
vitrina-player{display:block;position:relative;aspect-ratio:16/9;border-radius:14px;overflow:hidden;background:#101114}
vitrina-player:defined{aspect-ratio:auto}
vitrina-player picture,vitrina-player img,.stage>picture img{display:block;width:100%;height:100%;object-fit:cover}
.button,.buy{display:inline-block;font:inherit;font-weight:600;border:0;border-radius:999px;padding:12px 26px;background:#c93a12;color:#fff;text-decoration:none;cursor:pointer}
.button:hover,.buy:hover{background:#a82e0c}
.buy:disabled{background:#e4e5e9;color:#565a66;cursor:not-allowed}
.buy[aria-busy=true]{opacity:.7}
:focus-visible{outline:3px solid #1a4fff;outline-offset:3px;border-radius:8px}
.quiet{color:#5a5e69;font-size:15px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:26px}
.card{display:flex;flex-direction:column;border:1px solid #e4e5e9;border-radius:14px;padding:14px 14px 18px}
.card picture{aspect-ratio:1;border-radius:10px;overflow:hidden;background:#f3f3f5}
.card img{width:100%;height:100%;object-fit:contain;display:block}
.card h2{font-size:18px;margin:12px 0 4px}
.card .price{margin:auto 0 10px;padding-top:8px}
.choice{display:block;margin-bottom:10px}
select{font:inherit;padding:8px;border:1px solid #767a85;border-radius:8px;max-width:100%;background:#fff;color:inherit}
.text p{max-width:68ch;white-space:pre-line}
.pictures{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:14px}
.pictures img{width:100%;height:100%;object-fit:cover;border-radius:12px;display:block;aspect-ratio:4/3}
.reviews figure{margin:0 0 18px;padding:18px 22px;border-radius:14px;background:#f5f5f7}
blockquote{margin:0}
figcaption{font-weight:600}
.stars{color:#9a5b00;letter-spacing:2px;margin-left:8px}
.countdown time{font-size:30px;font-variant-numeric:tabular-nums}
details{border-bottom:1px solid #e4e5e9;padding:14px 0}
summary{font-weight:600;cursor:pointer}
details p{margin:10px 0 0;max-width:68ch}
.cta{text-align:center;background:#f5f5f7;border-radius:18px;padding:40px 20px}
.said{position:fixed;left:50%;bottom:24px;translate:-50% 0;background:#191a1f;color:#fff;padding:13px 22px;border-radius:12px;max-width:90vw;box-shadow:0 8px 30px #0005}
.said:empty{display:none}
.skip{position:absolute;left:-9999px}
.skip:focus{left:12px;top:12px;background:#fff;padding:8px 14px;z-index:2}
footer{border-top:1px solid #e4e5e9;margin-top:64px;padding:20px;text-align:center}
.status{max-width:60ch;margin:18vh auto;text-align:center;padding:0 20px}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`;
