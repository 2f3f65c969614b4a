"""What the skins of pages are put together from: texts, furniture in their language, metadata, ballast."""

import json
import random
import tomllib
from collections.abc import Callable
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
TEXTS = tomllib.loads((HERE / "texts.toml").read_text("utf-8"))["text"]
FURNITURE = tomllib.loads((HERE / "furniture.toml").read_text("utf-8"))


class Kit:
    """One page in the making: its text, its outlet, and random furniture that is the same each time."""

    def __init__(self, number: int, text: dict, outlet: str, domain: str, path: str) -> None:
        self.text = text
        self.words = FURNITURE[text["language"]]
        self.language = text["language"]
        self.outlet, self.domain = outlet, domain
        self.address = f"https://{domain}/{path}"
        self.random = random.Random(number)
        self.headline = escape(text["headline"], quote=False)
        self.standfirst = escape(text["standfirst"], quote=False)
        self.kicker = text["kicker"]
        self.byline = text["byline"]
        self.date = text["date"]

    @property
    def iso(self) -> str:
        return f"{self.date}T09:41:00+02:00"

    @property
    def updated_iso(self) -> str:
        return f"{self.text['updated'] or self.date}T17:05:12+02:00"

    def day(self, date: str = "") -> str:
        year, month, day = (date or self.date).split("-")
        return self.words["day"].format(
            day=int(day), month=self.words["months"][int(month) - 1], year=year
        )

    def numeric(self) -> str:
        year, month, day = self.date.split("-")
        return f"{day}.{month}.{year}"

    def by(self, prefix: bool = True) -> str:
        return (self.words["by"] if prefix else "") + self.words["and"].join(self.byline)

    def links(self, names: list[str], shape: str = '<li><a href="/{0}/">{0}</a></li>') -> str:
        return "\n".join(shape.format(escape(name)) for name in names)

    def nav(self, shape: str = '<li><a href="/{0}/">{0}</a></li>', times: int = 1) -> str:
        return "\n".join(self.links(self.words["sections"], shape) for _ in range(times))

    def headlines(self, count: int) -> list[str]:
        names = self.words["teasers"]
        return [self.random.choice(names) for _ in range(count)]

    def teasers(self, count: int, shape: str) -> str:
        """`shape` takes {h} headline, {d} description, {n} a number, {t} a date, {a} an address."""
        return "\n".join(
            shape.format(
                h=escape(headline, quote=False),
                d=self.random.choice(self.words["descriptions"]),
                n=self.random.randint(1000, 99999),
                t=self.day(f"2024-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"),
                a=f"https://{self.domain}/a/{self.random.randint(10000, 99999)}",
            )
            for headline in self.headlines(count)
        )

    def comments(self, shape: str) -> str:
        return "\n".join(
            shape.format(w=words, n=self.random.choice(["anna_k", "Steppenwolf", "user1987"]))
            for words in self.words["comments"]
        )

    def share(self, shape: str = '<a href="#share">{0}</a>') -> str:
        return "\n".join(shape.format(name) for name in self.words["share"])

    def script(self, kilobytes: int) -> str:
        """Ballast as pages carry it: configuration of adverts and consent."""
        lines = []
        while sum(map(len, lines)) < kilobytes * 1000:
            key = f"slot_{self.random.randint(1, 9999)}"
            sizes = [[self.random.choice([300, 728, 970]), self.random.choice([90, 250, 600])]]
            lines.append(
                f"window.__cfg.push({json.dumps({'id': key, 'sizes': sizes, 'html': '<div class=x><p>no</p></div>'})});"
            )
        return "<script>\nwindow.__cfg=[];\n" + "\n".join(lines) + "\n</script>"

    def svg(self) -> str:
        points = " ".join(f"{self.random.random() * 24:.3f}" for _ in range(60))
        return f'<svg viewBox="0 0 24 24" aria-hidden="true"><title>icon</title><path d="M{points}z"/></svg>'

    def style(self, kilobytes: int) -> str:
        rules = []
        while sum(map(len, rules)) < kilobytes * 1000:
            rules.append(
                f".c{self.random.randint(1, 9999)}{{margin:0 {self.random.randint(1, 40)}px;color:#333}}"
            )
        return "<style>" + "".join(rules) + "</style>"

    def og(self, kind: str = "article", site: bool = True, times: bool = True) -> str:
        rows = [
            ("og:type", kind),
            ("og:title", self.text["headline"]),
            ("og:url", self.address),
            ("og:description", self.text["standfirst"]),
            ("og:image", f"https://{self.domain}/i/1.jpg"),
        ]
        rows += [("og:site_name", self.outlet)] if site else []
        if times:
            rows.append(("article:published_time", self.iso))
            if self.text["updated"]:
                rows.append(("article:modified_time", self.updated_iso))
        return "\n".join(
            f'<meta property="{name}" content="{escape(value)}" />' for name, value in rows if value
        )

    def json_ld(self, kind: str = "NewsArticle", **more: object) -> str:
        authors = [{"@type": "Person", "name": name} for name in self.byline]
        data = {
            "@context": "https://schema.org",
            "@type": kind,
            "headline": self.text["headline"],
            "description": self.text["standfirst"],
            "datePublished": self.iso,
            "dateModified": self.updated_iso,
            "author": authors or [{"@type": "Organization", "name": self.outlet}],
            "publisher": {
                "@type": "Organization",
                "name": self.outlet,
                "logo": {"@type": "ImageObject", "url": "/l.png"},
            },
            "mainEntityOfPage": self.address,
            "inLanguage": self.language,
        } | more
        return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'

    def body(
        self,
        p: str = "<p>{}</p>",
        h2: str = "<h2>{}</h2>",
        quote: str = "<blockquote><p>{}</p></blockquote>",
        li: str = "<li>{}</li>",
        figure: str = "<figure><img src='/i/2.jpg' alt=''><figcaption>{}",
        credit: str = " <span class='credit'>{}</span>",
        end_figure: str = "</figcaption></figure>",
        ul: str = "<ul>{}</ul>",
        between: Callable[[int], str] = lambda at: "",
    ) -> str:
        """Return the parts of the text in a skin's own markup; `between` adds furniture behind paragraph `at`."""
        out: list[str] = []
        items: list[str] = []
        parts = self.text["parts"]
        paragraphs = 0
        for index, (kind, words) in enumerate(parts):
            words = escape(words, quote=False)
            following = parts[index + 1][0] if index + 1 < len(parts) else ""
            if kind == "li":
                items.append(li.format(words))
                if following != "li":
                    out.append(ul.format("\n".join(items)))
                    items = []
            elif kind == "figure":
                out.append(figure.format(words) + ("" if following == "credit" else end_figure))
            elif kind == "credit":
                out.append(credit.format(words) + end_figure)
            else:
                out.append({"p": p, "h2": h2, "quote": quote}[kind].format(words))
                paragraphs += kind == "p"
                if kind == "p":
                    out.append(between(paragraphs))
        return "\n".join(out)
