"""Pages that are set aside: fifteen other systems."""

import json

from .kit import Kit


def drupal(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="en" dir="ltr" prefix="dc: http://purl.org/dc/terms/ og: http://ogp.me/ns#"><head><meta charset="utf-8"/><title>{k.headline} | {k.outlet}</title><link rel="canonical" href="{k.address}"/><meta name="dcterms.date" content="{k.iso}"/><meta name="dcterms.creator" content="{k.by(False)}"/>{k.og()}{k.script(20)}</head>
<body class="path-node page-node-type-article"><a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
<div class="dialog-off-canvas-main-canvas"><div role="navigation" class="region region-primary-menu"><ul class="menu menu--main">{k.nav()}</ul></div>
<main role="main"><a id="main-content"></a><article about="/x" class="node node--type-article node--view-mode-full clearfix"><div class="node__content">
<div class="field field--name-field-category field__item"><a href="/energy">{k.kicker}</a></div><h1 class="page-header"><span class="field field--name-title">{k.headline}</span></h1>
<div class="field field--name-field-deck field__item">{k.standfirst}</div>
<div class="node__submitted"><span class="field--name-field-author">{k.by(False)}</span> <span class="field--name-created">{k.day()}</span></div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{k.body(figure='<div class="field--name-field-image"><img><div class="image-caption">{}', credit=" {}", end_figure="</div></div>")}<p><em>{k.by(False)} {k.words["author"]}</em></p></div>
<div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__item"><a>Tajikistan</a></div><div class="field__item"><a>Energy</a></div></div></div></article>
<div class="views-element-container block block-views-related"><h2>Related</h2><div class="view-content">{k.teasers(4, '<div class="views-row"><h3 class="field-content"><a href="{a}">{h}</a></h3><div class="views-field-body">{d}</div></div>')}</div></div></main>
<div class="block-newsletter"><h2>Sign up for our weekly newsletter</h2><p>{k.words["newsletter"]}</p></div><footer role="contentinfo"><p>{k.outlet} © 2024</p></footer></div></body></html>"""


def ghost(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{k.headline}</title><meta property="article:published_time" content="{k.iso}"><meta property="og:site_name" content="{k.outlet}"><meta property="og:title" content="{k.headline}"><meta name="twitter:data1" content="{k.by(False)}">{k.json_ld("Article")}<meta name="generator" content="Ghost 5.80"></head>
<body class="post-template"><div class="gh-viewport"><header class="gh-navigation"><a class="gh-navigation-logo" href="/">{k.outlet}</a><nav class="gh-navigation-menu"><ul class="nav">{k.nav()}</ul></nav></header>
<main class="gh-main"><article class="gh-article post"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/tag/">{k.kicker}</a><h1 class="gh-article-title">{k.headline}</h1>
<div class="gh-article-meta"><h4 class="gh-article-author-name"><a href="/author/">{k.by(False)}</a></h4><div class="gh-article-meta-content"><time class="gh-article-meta-date" datetime="{k.date}">{k.day()}</time><span class="gh-article-meta-length"> — {k.words["reading"]}</span></div></div></header>
<section class="gh-content gh-canvas">{k.body(between=lambda at: '<div class="kg-card kg-cta-card"><p>' + k.words["offer"] + '</p><a href="#subscribe" class="kg-btn">Subscribe now</a></div>' if at == 2 else "")}</section></article>
<section class="gh-cta"><h2>Subscribe to {k.outlet}</h2><p>{k.words["newsletter"]}</p></section>
<section class="gh-container is-grid"><h2 class="gh-container-title">Read more</h2><div class="gh-feed">{k.teasers(6, '<article class="gh-card post"><a class="gh-card-link" href="{a}"><h3 class="gh-card-title">{h}</h3><p class="gh-card-excerpt">{d}</p><time>{t}</time></a></article>')}</div></section></main>
<footer class="gh-footer"><div>{k.outlet} © 2024</div><div><a>Powered by Ghost</a></div></footer></div></body></html>"""


def tilda(k: Kit) -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8" /><title>{k.headline}</title><meta property="og:title" content="{k.headline}" /><meta property="og:url" content="{k.address}" /><link rel="canonical" href="{k.address}"></head>
<body class="t-body"><div id="allrecords" class="t-records"><div id="rec1" class="r t-rec" data-record-type="257"><div class="t228"><div class="t228__right_buttons"><ul class="t228__list">{k.nav('<li class="t228__list_item"><a class="t-menu__link-item" href="/{0}">{0}</a></li>')}</ul></div></div></div>
<div id="rec2" class="r t-rec"><div class="t-cover"><div class="t-container"><div class="t-col t-col_8"><h1 class="t001__title t-title" field="title">{k.headline}</h1><div class="t001__descr t-descr" field="descr">{k.standfirst}</div></div></div></div></div>
<div id="rec3" class="r t-rec"><div class="t-container"><div class="t-col t-col_8"><div class="t-text t-text_md" field="text">Текст: {k.by(False)}<br />{k.day()}</div></div></div></div>
{k.body(p='<div class="r t-rec"><div class="t004"><div class="t-container"><div class="t-col t-col_8"><div field="text" class="t-text t-text_md">{}</div></div></div></div></div>', h2='<div class="r t-rec"><div class="t-container"><div class="t-col"><div class="t-heading t-heading_sm" field="title">{}</div></div></div></div>', figure='<div class="r t-rec"><div class="t107"><img class="t-img"><div class="t-container_8"><div class="t-text t-text_sm" field="imgdescr">{}</div></div>', credit='<div class="t-text_xs">{}</div>', end_figure="</div></div>")}
<div class="r t-rec" data-record-type="396"><div class="t404"><div class="t-container">{k.teasers(3, '<div class="t404__col"><a class="t404__link" href="{a}"><div class="t404__title t-heading">{h}</div><div class="t404__descr">{d}</div></a></div>')}</div></div></div>
<div id="rec9" class="r t-rec"><div class="t389"><div class="t389__copyright">© 2023 {k.outlet}</div></div></div></div></body></html>"""


def blogger(k: Kit) -> str:
    return f"""<!DOCTYPE html><html dir='ltr' lang='de' xmlns='http://www.w3.org/1999/xhtml'><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><meta content='blogger' name='generator'/><link href='{k.address}' rel='canonical'/><title>{k.outlet}: {k.headline}</title></head>
<body class='item-view'><div class='content'><header><div class='header section' id='header'><div class='titlewrapper'><h1 class='title'><a href='/'>{k.outlet}</a></h1></div><div class='descriptionwrapper'><p class='description'><span>Notizen aus Turkestan und Umgebung</span></p></div></div></header>
<div class='main section' id='main'><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>{k.day()}</span></h2><div class="date-posts"><div class='post-outer'><div class='post hentry' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'>
<h3 class='post-title entry-title' itemprop='name'>{k.headline}</h3><div class='post-body entry-content' itemprop='description articleBody'><b>{k.standfirst}</b><br /><br />{k.body(p="{}<br /><br />", h2="<b>{}</b><br /><br />")}<div style='clear: both;'></div></div>
<div class='post-footer'><span class='post-author vcard'>Eingestellt von <span class='fn' itemprop='author'><span itemprop='name'>tienschan-radler</span></span></span> <span class='post-timestamp'>um <abbr class='published' itemprop='datePublished' title='{k.iso}'>09:41</abbr></span><div class='post-share-buttons goog-inline-block'>{k.share()}</div></div></div>
<div class='comments' id='comments'><h4>2 Kommentare:</h4><div id='comment-holder'>{k.comments('<li class="comment"><cite class="user">{n}</cite><p class="comment-content">{w}</p></li>')}</div></div></div></div></div></div>
<div class='blog-pager' id='blog-pager'><a class='blog-pager-newer-link' href='/n'>Neuerer Post</a> <a href='/o'>Älterer Post</a></div></div>
<aside><div class='sidebar section'><div class='widget BlogArchive'><h2>Blog-Archiv</h2><ul class='hierarchy'>{k.teasers(10, "<li><a href='{a}'>{h}</a></li>")}</ul></div></div></aside></div></body></html>"""


def president(k: Kit) -> str:
    """A government's portal."""
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{k.headline} — {k.outlet}</title><meta property="og:title" content="{k.headline}"><meta property="og:url" content="{k.address}">{k.script(10)}</head><body class="special-off">
<div class="lang-block"><a href="/kz">Қаз</a> <a href="/ru" class="active">Рус</a> <a href="/en">Eng</a></div><div class="gosb-header"><a href="/">{k.outlet}</a></div><div class="hm-menu">{k.nav('<div class="hm-item"><a href="/{0}">{0}</a></div>')}</div>
<section class="content-section"><div class="container"><ol class="breadcrumb"><li><a href="/">Главная</a></li><li class="active">События</li></ol><div class="row"><div class="col-md-9"><div class="event_title"><h1>{k.headline}</h1></div><div class="event_date">{k.day()} года</div><div class="text_view">{k.body(p='<p style="text-align: justify;"><span style="font-size: 14pt;">{}</span></p>')}</div><div class="print_share"><a href="javascript:print()">Версия для печати</a>{k.share()}</div></div>
<div class="col-md-3"><div class="other_events"><h4>Другие события</h4>{k.teasers(6, '<div class="item"><span class="d">{t}</span><a href="{a}">{h}</a></div>')}</div></div></div></div></section>
<footer><p>© {k.outlet}, 2024. Все материалы сайта доступны по лицензии.</p></footer></body></html>"""


def vue_portal(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="ru-RU"><head><meta charset="utf-8"><title>{k.headline} - {k.outlet}</title><meta name="description" content="{k.text["parts"][0][1][:150]}"><meta property="og:type" content="article">{k.json_ld(author={"@type": "Person", "name": k.outlet})}{k.script(45)}</head>
<body><div class="wrap" id="w0"><div class="topBar hidden-xs"><span>{k.numeric()}</span> <span>89.35 USD</span> <span>96.78 EUR</span></div><nav class="navbar"><div class="container"><a class="navbar-brand" href="/">{k.outlet}</a><ul class="nav">{k.nav()}</ul></div></nav>
<div class="row"><div class="col-md-8"><div class="newsView" itemscope itemtype="http://schema.org/NewsArticle"><h1 class="newsTitle" itemprop="headline">{k.headline}</h1><div class="newsDate"><span itemprop="datePublished" content="{k.iso}">11:46, {k.day()}</span>, {k.outlet}</div>
<div class="cont" itemprop="articleBody">{k.body(between=lambda at: '<div class="banner-inside"><a href="https://t.me/x">' + k.words["offer"] + "</a></div>" if at == 2 else "")}</div><div class="newsLink">Ссылка: <a href="{k.address}">{k.address}</a></div><div class="hidden-print views">просмотров: 1205</div>
<div class="printLink"><a>Версия для печати</a></div><div class="bookmarks">{k.share()}</div></div><div class="lineTitle">Популярные новости</div><div class="lineNews">{k.teasers(10, '<div class="one"><div class="title"><a href="{a}"><span>{h}</span></a></div></div>')}</div></div>
<div class="col-md-4"><div class="rightNews">{k.teasers(15, '<div class="one"><span class="time">1{n}</span> <a href="{a}">{h}</a></div>')}</div></div></div></div><div class="footer">Все права защищены © {k.outlet} 2006-2024</div></body></html>"""


def zon_like(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{k.kicker}: {k.headline} | {k.outlet}</title><link rel="canonical" href="{k.address}/komplettansicht"><meta name="date" content="{k.iso}"><meta name="last-modified" content="{k.updated_iso}"><meta name="description" content="{k.standfirst}"><meta property="og:site_name" content="{k.outlet}"><meta property="og:title" content="{k.kicker}: {k.headline}"><script type="application/ld+json">{json.dumps({"@context": "http://schema.org", "@graph": [{"@type": "Organization", "name": k.outlet}, {"@type": "Article", "mainEntityOfPage": {"@id": k.address}, "headline": k.kicker + ": " + k.text["headline"], "datePublished": k.iso, "dateModified": k.updated_iso, "publisher": {"@id": "#publisher"}, "author": [{"@type": "Person", "name": n} for n in k.byline]}]}, ensure_ascii=False)}</script>{k.script(80)}</head>
<body data-page-type="article"><div class="header"><nav class="nav__main">{k.nav(times=2)}</nav></div><div class="page"><div class="page__content"><main id="main"><article class="article article--padded" id="js-article">
<header class="article-header"><h1 class="article-heading article-heading--headline"><span class="article-heading__kicker">{k.kicker}</span><span class="visually-hidden">: </span><span class="article-heading__title">{k.headline}</span></h1><div class="summary">{k.standfirst}</div>
<div class="byline">Von <a itemprop="url" href="/autoren"><span itemprop="name">{k.by(False)}</span></a></div><div class="metadata"><time class="metadata__date" datetime="{k.iso}">{k.day()}, 9:41 Uhr</time><span class="metadata__source">Quelle: {k.outlet}, dpa</span><a class="metadata__commentcount">112 Kommentare</a></div></header>
<div class="article-body article-body--article"><div class="article-page">{k.body(p='<p class="paragraph article__item">{}</p>', h2='<h2 class="article__subheading article__item">{}</h2>', figure='<figure class="article__media"><img><figcaption class="figure__caption"><span class="figure__text">{}</span>', credit=' <span class="figure__copyright">{}</span>', between=lambda at: '<aside class="volume-teaser"><h3>Aus der Wochenzeitung Nr. 17</h3><p>Hier finden Sie alle Texte dieser Ausgabe.</p><a href="/abo">Jetzt bestellen</a></aside>' if at == 3 else "")}</div></div>
<nav class="article-tags"><h2>Schlagwörter</h2><a>Kirgistan</a> <a>Wasser</a></nav></article></main>
<section class="comment-section" id="comments"><div class="comment-section__head">112 Kommentare</div>{k.comments('<article class="comment"><div class="comment__body"><p>{w}</p></div></article>')}</section>
<div class="nextread"><a href="/n"><span class="nextread__kitext">Nächster Artikel</span><span class="nextread__kicker">Kasachstan</span><span class="nextread__title">{k.headlines(1)[0]}</span></a></div></div></div><footer class="footer">Zum Seitenanfang © {k.outlet}</footer></body></html>"""


def tailwind(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="de"><head><title>{k.headline} - {k.outlet}</title><meta charset="utf-8"><meta name="author" content="{", ".join(k.byline)}, {k.outlet}">{k.og()}{k.json_ld()}{k.script(100)}</head>
<body class="font-sans"><header data-area="header" class="polygon-nav"><nav class="flex">{k.nav('<a class="block px-8 hover:underline" href="/{0}">{0}</a>')}</nav></header>
<main data-area="article" class="px-16"><article aria-label="{k.headline}"><header data-area="intro" class="relative"><div class="text-center"><h2 class="leading-normal"><span class="block text-primary-base font-brandUI">{k.kicker}</span><span class="align-middle"><span class="align-middle font-bold">{k.headline}</span></span></h2><div class="RichText leading-loose lg:mt-12 text-xl">{k.standfirst}</div>
<div class="text-shade-dark">Von <a href="/impressum/autor-1" class="text-black font-bold">{k.byline[0]}</a> und <a href="/x" class="text-black">{k.byline[1]}</a></div><time datetime="{k.iso}" class="timeformat">09.11.2023, 09.41 Uhr</time></div></header>
<div data-area="body" class="clearfix">{k.body(p='<div class="RichText lg:w-8/12"><p>{}</p></div>', h2='<div class="RichText"><h3>{}</h3></div>', between=lambda at: '<section class="relative" data-area="related_articles"><h3>Mehr zum Thema</h3><ul>' + k.teasers(2, '<li><article><a href="{a}"><span class="block font-bold">{h}</span> <span>Von unserem Korrespondenten</span></a></article></li>') + "</ul></section>" if at == 3 else "")}</div></article></main>
<section data-area="block>topic:recommended"><h2>Empfehlungen der Redaktion</h2>{k.teasers(14, '<article><header><h3><a href="{a}"><span>{h}</span></a></h3></header><section><a href="{a}">{d}</a></section></article>')}</section>
<div data-sara-component="consent" class="fixed"><p>{k.words["cookie"]}</p><button>{k.words["accept"]}</button></div><footer data-area="footer">{k.nav('<a href="/{0}">{0}</a>')}</footer></body></html>"""


def gazeta(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{k.headline} – {k.outlet}</title><link rel="canonical" href="{k.address}"><meta property="og:site_name" content="{k.outlet}"><meta property="og:title" content="{k.headline}"><meta property="article:published_time" content="{k.iso}"><meta itemprop="datePublished" content="{k.iso}"></head>
<body><div class="header-top"><div class="currency-widget">USD 12 450.31</div><a class="logo" href="/">{k.outlet}</a></div><div class="menu"><ul>{k.nav()}</ul></div>
<div class="article-wrapper"><div class="articleTopBG"><h1 id="article_title">{k.headline}</h1><div class="articleDateTime">{k.day()}, 10:24&nbsp;&nbsp;&nbsp;<a href="/incidents">{k.kicker}</a></div></div>
<div class="js-mediator-article article-text" id="articleText" itemprop="articleBody"><h4>Пострадали девять человек, движение восстановлено.</h4>{k.body()}</div>
<div class="articleReadMore"><h5>Читайте также:</h5>{k.teasers(3, '<a href="{a}">{h}</a>')}</div><div class="tags"><a href="/t">Навои</a> <a href="/t">ДТП</a></div></div>
<div class="newsblock-2">{k.teasers(14, '<div class="nblock"><div class="ndt">{t}</div><h3><a href="{a}">{h}</a></h3><p>{d}</p></div>')}</div><footer>{k.outlet}. Все права защищены. Свидетельство о регистрации СМИ № 0001.</footer></body></html>"""


def squarespace(k: Kit) -> str:
    return f"""<!doctype html><html xmlns:og="http://opengraphprotocol.org/schema/" lang="fr-FR"><head><meta charset="utf-8"><title>{k.headline} &mdash; {k.outlet}</title><meta itemprop="name" content="{k.headline} — {k.outlet}"/><meta itemprop="datePublished" content="{k.iso}"/><meta itemprop="headline" content="{k.headline}"/><meta itemprop="author" content="{k.by(False)}"/><meta itemprop="publisher" content="{k.outlet}"/><link rel="canonical" href="{k.address}"/>{k.script(55)}</head>
<body id="item-1"><header id="header" class="header theme-col--primary"><div class="header-nav-list">{k.nav('<div class="header-nav-item"><a href="/{0}">{0}</a></div>')}</div></header><main id="page" role="main"><article class="sections" id="sections"><section class="page-section"><div class="blog-item-wrapper"><article id="article-" class="h-entry entry hentry"><div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title entry-title--large p-name" itemprop="headline">{k.headline}</h1></div><div class="blog-item-meta-wrapper"><time class="dt-published blog-meta-item blog-meta-item--date" pubdate><span>19 août</span></time><span class="blog-item-author-name">Écrit par {k.by(False)}</span></div></div>
<div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12"><div class="row sqs-row"><div class="sqs-block html-block"><div class="sqs-block-content"><div class="sqs-html-content"><p><em>{k.standfirst}</em></p></div></div></div>{k.body(p='<div class="sqs-block html-block"><div class="sqs-html-content"><p>{}</p></div></div>')}</div></div></div></div>
<section class="item-pagination"><a href="/p"><h2>{k.headlines(1)[0]}</h2></a></section></article></div></section></article></main><footer class="sections" id="footer-sections"><p>{k.outlet}, association loi 1901</p></footer></body></html>"""


def presse_portal(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{k.headline} | {k.outlet}</title><meta name="news_keywords" content="Stipendium, Übersetzen"><link rel="canonical" href="{k.address}">{k.script(15)}</head>
<body><header id="main-header"><div class="navigation-main"><ul>{k.nav()}</ul></div></header><div class="container"><div class="row"><div class="content col-8"><article class="story"><div class="row"><div class="headline"><p class="date">06.05.2024 – 09:41</p><p class="customer"><a class="story-customer" href="/nr/1">Stiftung Seidenfaden</a></p><h1>{k.headline}</h1></div>
<div class="card"><p><b>{k.standfirst}</b></p>{k.body()}<p class="contact-headline">Pressekontakt:</p><p class="contact-text">Stiftung Seidenfaden, Henrike Albers, presse@seidenfaden.example</p><p class="originator">Original-Content von: Stiftung Seidenfaden, übermittelt durch {k.outlet}</p></div></div></article>
<section><h2>Weitere Meldungen: Stiftung Seidenfaden</h2>{k.teasers(4, '<article class="news"><div class="date">{t}</div><h3 class="news-headline-clamp"><a href="{a}"><span>{h}</span></a></h3><p>{d} <a href="{a}" class="news-morelink">mehr</a></p></article>')}</section></div>
<div class="sidebar"><div class="box"><h2>Alle Meldungen abonnieren</h2><ul><li><a>als RSS-Feed</a></li></ul></div></div></div></div><footer><p>Datenschutz Impressum AGB</p></footer></body></html>"""


def old_russian(k: Kit) -> str:
    return f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=koi8-r"><title>{k.outlet} :: {k.headline}</title></head><body><center><table width=90% border=0><tr><td bgcolor=navy><font color=white><b>{k.outlet}</b></font></td></tr><tr><td>{k.nav('[<a href="{0}.html">{0}</a>] ')}</td></tr></table>
<table width=90% border=0><tr><td width=75% valign=top><font size=+1><b>{k.headline}</b></font><br><font size=-1><i>{k.numeric()}</i></font><br><br><p>{k.body(p="{}<p>")}<hr><font size=-2>При перепечатке ссылка на «{k.outlet}» обязательна</font></td><td valign=top><b>Другие новости</b><ul>{k.teasers(8, '<li><a href="{n}.html">{h}</a>')}</ul></td></tr></table>
<form action=vote>Как вы относитесь к дороге? <input type=radio>Хорошо <input type=radio>Плохо <input type=submit value=Ответить></form></center></body></html>"""


def wix_like(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{k.headline}</title><meta property="og:site_name" content="{k.outlet}"/><meta property="article:published_time" content="{k.date}T07:41:00.000Z"/><meta property="article:author" content="{k.by(False)}"/><link rel="canonical" href="{k.address}"/>{k.json_ld("BlogPosting")}{k.style(30)}{k.script(90)}</head>
<body class="responsive"><div id="SITE_CONTAINER"><div id="main_MF"><div id="SITE_HEADER" class="xU8fqS"><wix-dropdown-menu id="comp-k1"><nav class="lhxIhq"><ul>{k.nav('<li class="wixui-dropdown-menu__item"><a href="/{0}"><p>{0}</p></a></li>')}</ul></nav></wix-dropdown-menu></div>
<main id="PAGES_CONTAINER"><article class="blog-post-page-font"><div class="post-header"><ul class="blog-post-metadata"><li><span title="{k.by(False)}" class="user-name">{k.by(False)}</span></li><li><span class="time-ago">{k.day()}</span></li><li><span>{k.words["reading"]}</span></li></ul></div><div class="post-title"><h1 class="blog-post-title-font"><span class="blog-post-title-font">{k.headline}</span></h1></div>
<section data-hook="post-description"><div class="rich-content-viewer" data-rce-version="9"><div class="_1hN1O">{k.body(p='<p dir="auto" class="mm8Nw _1j-51"><span class="_2PHJq public-DraftStyleDefault-ltr">{}</span></p>', h2='<h2 class="_1j-51"><span class="_2PHJq"><strong>{}</strong></span></h2>')}</div></div></section><div class="post-footer"><div class="social-share">{k.share("<button>{0}</button>")}</div><span>128 views</span><span>0 comments</span></div></article>
<section class="recent-posts"><div>Recent Posts</div><a>See All</a>{k.teasers(3, '<div class="gallery-item"><a href="{a}"><h2>{h}</h2></a><div>{d}</div></div>')}</section></main><div id="SITE_FOOTER"><p>©2022 by {k.outlet}. Proudly created.</p></div></div></div></body></html>"""


def interview_magazine(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="de"><head><meta charset="iso-8859-1"><title>{k.outlet} | {k.headline}</title><meta name="author" content="Redaktion"><meta name="DC.date.issued" content="{k.date}"><meta property="og:url" content="{k.address}">{k.script(10)}</head>
<body><div id="wrapper"><div id="navi"><ul>{k.nav()}</ul></div><div id="inhalt"><div class="artikel"><div class="spitzmarke">{k.kicker}</div><h1>{k.headline}</h1><div class="vorspann">{k.standfirst}</div><div class="autor">Interview: {k.by(False)}</div><div class="datum">{k.numeric()}</div>
{k.body(h2='<p class="frage"><b>{}</b></p>', p='<p class="antwort">{}</p>')}
<div class="anzeige"><span>Anzeige</span><a href="/buch">Das Buch zum Thema: jetzt im Shop</a></div><div class="artikelfuss"><a href="javascript:print()">drucken</a> <a href="mailto:">versenden</a></div></div></div>
<div id="rechts"><div class="kasten"><h3>Meistgelesen</h3><ol>{k.teasers(5, '<li><a href="{a}">{h}</a></li>')}</ol></div><div class="kasten"><h3>Newsletter</h3><p>{k.words["newsletter"]}</p></div></div><div id="fuss">{k.outlet} &middot; Verlag am Bahnhof GmbH</div></div></body></html>"""


def listing(k: Kit) -> str:
    """An outlet's front page."""
    return f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{k.outlet} - Nachrichten aus Zentralasien</title><meta property="og:type" content="website"><meta property="og:title" content="{k.outlet}"><meta name="description" content="Nachrichten und Hintergründe aus Zentralasien"></head>
<body><header><h1 class="logo"><a href="/">{k.outlet}</a></h1><nav>{k.nav()}</nav></header><div class="stage"><div class="teaser teaser--xl"><a href="/1"><span class="kicker">Topthema</span><h2>{k.headlines(1)[0]}</h2><p>{k.words["descriptions"][0]}</p></a></div></div>
<div class="grid">{k.teasers(30, '<div class="box"><span class="ressort">Politik</span><h3><a href="{a}">{h}</a></h3><p class="abstract">{d} <a href="{a}">weiter</a></p></div>')}</div><section class="ticker"><h2>Ticker</h2>{k.teasers(20, '<p>{t} <a href="{a}">{h}</a></p>')}</section><footer>© {k.outlet} <a>Impressum</a></footer></body></html>"""


SKINS = [
    (drupal, 3, "Silk Road Dispatch", "silkroaddispatch.example", "solar-lamps-tajikistan"),
    (ghost, 10, "Quay Notes", "quaynotes.example", "kuryk-second-berth/"),
    (tilda, 5, "Степной альманах", "stepalmanah.example", "taraz-biblioteka"),
    (blogger, 9, "Turkestan-Notizen", "turkestan-notizen.example", "2023/07/klimaanlagen.html"),
    (president, 13, "Управление туризма Навои", "navoi-tourism.example", "ru/events/bus"),
    (vue_portal, 6, "Юг.kg", "jug.example", "ekonomika/287114_oshskie_mukomolyi/"),
    (zon_like, 0, "ZENTRAL ONLINE", "www.zentralonline.example", "politik/2024-04/batken-stausee"),
    (
        tailwind,
        1,
        "DER STEPPENREITER",
        "www.steppenreiter.example",
        "ausland/kasachstan-lokomotiven-a-4711",
    ),
    (gazeta, 13, "Вести Бухары", "vestibuhary.example", "ru/2024/03/11/bus/"),
    (squarespace, 7, "Carnets d'Asie", "carnetsdasie.example", "journal/khiva"),
    (presse_portal, 14, "presseverteiler", "presseverteiler.example", "pm/1/577"),
    (old_russian, 12, "Самаркандский вестник", "samvestnik.example", "2021/1214.html"),
    (wix_like, 11, "Diyora Writes", "diyorawrites.example", "post/timetable"),
    (interview_magazine, 8, "Höhenluft", "hoehenluft.example", "interview/nasirowa"),
    (listing, 2, "Steppenbote", "steppenbote.example", ""),
]
