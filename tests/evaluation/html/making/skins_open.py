"""Pages that may be looked at while building: fifteen systems."""

import json

from .kit import Kit


def wordpress_classic(k: Kit) -> str:
    return f"""<!DOCTYPE html>
<html lang="de-DE" prefix="og: http://ogp.me/ns#"><head><meta charset="UTF-8">
<title>{k.headline} - {k.outlet}</title>
<link rel="canonical" href="{k.address}" />
{k.og()}
<meta name="twitter:label1" content="Geschrieben von"><meta name="twitter:data1" content="{k.by(False)}">
{k.style(8)}{k.script(30)}</head>
<body class="post-template-default single single-post postid-4711 single-format-standard has-sidebar comments-open">
<div id="cookie-law-info-bar" class="cli-bar"><span>{k.words["cookie"]} <a role="button" class="cli-plugin-button">{k.words["accept"]}</a></span></div>
<div class="td-header-wrap"><div class="td-header-menu-wrap"><ul id="menu-main" class="sf-menu">{k.nav()}</ul></div></div>
<div class="td-crumb-container"><div class="entry-crumbs"><span><a href="/">{k.words["sections"][0]}</a></span> <span><a href="/k/">Gesellschaft</a></span></div></div>
<article id="post-4711" class="post-4711 post type-post status-publish category-kirgistan tag-wasser">
<div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/c/">Kirgistan</a></li></ul>
<header class="td-post-title"><h1 class="entry-title">{k.headline}</h1><p class="td-post-sub-title">{k.standfirst}</p>
<div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">Von</div> <a href="/author/mh/">{k.by(False)}</a><div class="td-author-line"> - </div></div>
<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{k.iso}">{k.day()}</time></span></div></header></div>
<div class="td-post-sharing-top">{k.share()}</div>
<div class="td-post-content">
{k.body(figure='<div id="attachment_12" class="wp-caption aligncenter"><img src="/x.jpg"><p class="wp-caption-text">{}', end_figure="</p></div>", credit=" {}", between=lambda at: '<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- ' + k.words["advert"] + " -</span></div>" if at == 2 else "")}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Teilen mit:</h3><ul>{k.share('<li><a href="#">{0}</a></li>')}</ul></div>
<div id='jp-relatedposts' class='jp-relatedposts'><h3 class="jp-relatedposts-headline"><em>Ähnliche Beiträge</em></h3>{k.teasers(3, '<div class="jp-relatedposts-post"><h4><a href="{a}">{h}</a></h4><p>{d}</p><p class="jp-relatedposts-post-date">{t}</p></div>')}</div>
</div>
<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box"><li><span>TAGS</span></li><li><a href="/t/">Batken</a></li><li><a href="/t2/">Wasser</a></li></ul></div>
<div class="author-box-wrap"><a href="/author/mh/"><img src="a.jpg"></a><div class="desc"><div class="td-author-name vcard author"><a href="/a">{k.by(False)}</a></div><div class="td-author-description">{k.by(False)} {k.words["author"]}</div></div></div></footer>
</article>
<div class="comments" id="comments"><h4 class="td-comments-title">{k.words["comment_head"]}</h4><ol class="comment-list">{k.comments('<li class="comment"><article><footer><cite>{n}</cite> <a class="comment-link" href="#c"><time>2. Mai 2024 um 10:12</time></a></footer><div class="comment-content"><p>{w}</p></div></article></li>')}</ol>
<div id="respond" class="comment-respond"><h3>Schreibe einen Kommentar</h3><form><p>Deine E-Mail-Adresse wird nicht veröffentlicht.</p><textarea></textarea></form></div></div>
<div class="td-ss-main-sidebar"><aside class="td_block_template_1 widget widget_recent_entries"><h4>Neueste Beiträge</h4><ul>{k.teasers(8, '<li><a href="{a}">{h}</a> <span class="post-date">{t}</span></li>')}</ul></aside></div>
<div class="td-footer-wrapper"><div class="footer-text-wrap">{k.outlet} {k.words["about"]}</div><div class="td-sub-footer-copy">&copy; 2024 {k.outlet}</div></div>
</body></html>"""


def wordpress_blocks(k: Kit) -> str:
    return f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{k.headline} | {
        k.outlet
    }</title>
<meta name="description" content="{k.standfirst}"><meta name="author" content="{k.by(False)}">
<link rel="canonical" href="{k.address}">
<script type="application/ld+json" class="yoast-schema-graph">{
        json.dumps(
            {
                "@context": "https://schema.org",
                "@graph": [
                    {
                        "@type": "Article",
                        "@id": k.address + "#article",
                        "author": [{"name": n, "@id": "#p"} for n in k.byline],
                        "headline": k.text["headline"],
                        "datePublished": k.iso,
                        "dateModified": k.updated_iso,
                        "inLanguage": "de",
                        "publisher": {"@id": f"https://{k.domain}/#organization"},
                    },
                    {
                        "@type": "WebPage",
                        "@id": k.address,
                        "url": k.address,
                        "name": k.text["headline"] + " | " + k.outlet,
                        "datePublished": k.iso,
                    },
                    {
                        "@type": "BreadcrumbList",
                        "itemListElement": [
                            {"@type": "ListItem", "position": 1, "name": "Startseite"}
                        ],
                    },
                    {
                        "@type": "Organization",
                        "@id": f"https://{k.domain}/#organization",
                        "name": k.outlet,
                    },
                ],
            },
            ensure_ascii=False,
        )
    }</script>
{k.script(70)}{k.style(20)}</head>
<body class="wp-singular post-template-default single"><a class="skip-link screen-reader-text" href="#wp--skip-link--target">Zum Inhalt springen</a>
<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">{
        k.outlet
    }</a></p><nav class="wp-block-navigation"><ul class="wp-block-navigation__container">{
        k.nav(times=2)
    }</ul></nav></header>
<main class="wp-block-group" id="wp--skip-link--target">
<div class="wp-block-group has-global-padding"><div class="wp-block-post-terms taxonomy-category">{
        k.kicker
    }</div><h1 class="wp-block-post-title">{k.headline}</h1>
<p class="wp-block-post-excerpt__excerpt">{k.standfirst}</p>
<div class="wp-block-group is-nowrap"><div class="wp-block-post-date"><time datetime="{k.iso}">{
        k.day()
    }</time></div><p>—</p><p>von</p><div class="wp-block-post-author-name">{
        k.by(False)
    }</div></div></div>
<div class="entry-content wp-block-post-content">
{
        k.body(
            h2='<h2 class="wp-block-heading">{}</h2>',
            figure='<figure class="wp-block-image size-large"><img src="x.webp"><figcaption class="wp-element-caption">{}',
            ul='<ul class="wp-block-list">{}</ul>',
            between=lambda at: (
                f'<div class="wp-block-group newsletter-block"><p><strong>Unser Newsletter</strong></p><p>{k.words["newsletter"]}</p><form><input type=email><button>Abonnieren</button></form></div>'
                if at == 3
                else ""
            ),
        )
    }
</div>
<div class="wp-block-group"><h2 class="wp-block-heading">Weitere Beiträge</h2><ul class="wp-block-post-template is-layout-grid">{
        k.teasers(
            6,
            '<li class="wp-block-post"><h3 class="wp-block-post-title"><a href="{a}">{h}</a></h3><div class="wp-block-post-date"><time>{t}</time></div><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{d}</p></div></li>',
        )
    }</ul></div>
</main><footer class="wp-block-template-part"><p>{
        k.outlet
    }, Verein für Zentralasienkunde e. V., Spendenkonto DE00 1234</p><ul>{
        k.nav()
    }</ul></footer></div></body></html>"""


def typo3(k: Kit) -> str:
    return f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<!--
	This website is powered by TYPO3 - inspiring people to share!
-->
<title>{k.headline}: {k.outlet}</title>
<meta name="generator" content="TYPO3 CMS"><meta name="description" content="{k.standfirst}">
<meta name="date" content="{k.date}">
</head><body id="p217">
<header id="top"><div class="container"><a class="logo" href="/">{k.outlet}</a><form action="/suche/"><label>Suchbegriff</label><input name="q"><button>Suchen</button></form></div>
<div id="mainnavigation"><ul class="nav navbar-nav">{k.nav()}</ul></div></header>
<div id="content"><!--TYPO3SEARCH_begin-->
<div id="c881" class="frame frame-default frame-type-list"><div class="news news-single"><div class="article" itemscope="itemscope" itemtype="http://schema.org/Article">
<p><span class="news-list-date"><time itemprop="datePublished" datetime="{k.date}">{k.numeric()}</time></span></p>
<div class="header"><h1 itemprop="headline">{k.headline}</h1></div>
<div class="teaser-text" itemprop="description"><p>{k.standfirst}</p></div>
<div class="news-text-wrap" itemprop="articleBody">{k.body(p='<p class="bodytext">{}</p>', h2="<h3>{}</h3>")}</div>
<div class="news-backlink-wrap"><a href="/aktuelles/">Zurück</a></div>
<div class="news-related-wrap"><div class="news-related news-related-news"><h4>Ähnliche Nachrichten</h4><ul>{k.teasers(3, '<li><span class="news-related-news-date">{t}</span> <a href="{a}" title="{h}">{h}</a></li>')}</ul></div></div>
</div></div></div><!--TYPO3SEARCH_end--></div>
<div class="sidebar"><h3>Pressekontakt</h3><p>Stiftung Seidenfaden, Henrike Albers, Telefon 0341 000000, presse@seidenfaden.example</p></div>
<footer><div class="container"><p>© {k.outlet} 2024</p><ul><li><a>Impressum</a></li><li><a>Datenschutz</a></li></ul></div></footer>
<div id="cookieman-modal"><p>{k.words["cookie"]}</p><button>{k.words["accept"]}</button></div></body></html>"""


def coremedia(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="de"><head><meta charset="UTF-8"/><title>{k.headline} | {k.outlet}</title>
<meta name="date" content="{k.iso}"/><link rel="canonical" href="{k.address}"/>{k.og()}
{k.json_ld()}{k.script(60)}</head>
<body class="js-page"><div class="page-wrapper"><div class="header-bg"><header class="header" role="banner"><a class="header__logo" href="/" title="Startseite">{k.svg()}</a>
<nav class="header__nav" role="navigation"><ul class="navigation__list">{k.nav('<li class="navigation__item"><a class="navigation__link" href="/{0}">{0}</a></li>')}</ul></nav></header></div>
<div class="content-wrapper"><article class="container content-wrapper__group"><div class="seitenkopf" data-type="seitenkopf"><div class="seitenkopf__media"><figure><img alt="Lok"><figcaption class="absatzbild__info__text">Zug in der Steppe.</figcaption></figure></div>
<div class="seitenkopf__data columns"><h1><span class="seitenkopf__topline">{k.kicker}</span><span class="seitenkopf__headline"><span class="seitenkopf__headline--text">{k.headline}</span></span></h1></div>
<div class="metatextline">Stand: {k.numeric()} 16:48 Uhr</div></div>
<p class="m-ten m-offset-one l-eight textabsatz columns twelve"><strong>{k.standfirst}</strong></p>
<div class="authorline"><div class="authorline__author">Von <em class="id-card__name--linked"><a class="authorline__link" href="/autor/1">{k.byline[0]}</a></em> und {k.byline[1]}</div></div>
{k.body(p='<p class="m-ten m-offset-one textabsatz columns twelve">{}</p>', h2='<h2 class="meldung__subhead columns twelve m-ten">{}</h2>', ul='<div class="liste"><ul>{}</ul></div>', between=lambda at: '<div class="teaser-absatz twelve columns"><a class="teaser-absatz__link" href="/x"><div class="teaser-absatz__teaserinfo"><span class="teaser-absatz__topline">hintergrund</span><span class="teaser-absatz__headline">' + k.headlines(1)[0] + '</span><span class="teaser-absatz__date">12.10.2023</span></div><p class="teaser-absatz__shorttext">' + k.words["descriptions"][0] + " <em>mehr</em></p></a></div>" if at == 2 else "")}
<div class="meldungsfooter"><p>Dieses Thema im Programm: Über dieses Thema berichtete das Inforadio am 09. November 2023 um 12:00 Uhr.</p></div>
<ul class="taglist"><li class="taglist__element"><a class="tag-btn" href="/thema/kasachstan">Kasachstan</a></li><li class="taglist__element"><a class="tag-btn">Eisenbahn</a></li></ul>
<div class="sharing"><span>Teilen:</span>{k.share()}</div>
</article>
<div class="teaser-group">{k.teasers(9, '<div class="teaser"><a class="teaser__link" href="{a}"><div class="teaser__topline">Ausland</div><h3 class="teaser__headline">{h}</h3><p class="teaser__shorttext">{d}</p><span class="teaser__mehr">mehr</span></a></div>')}</div>
</div><footer class="footer"><p>© ARD-ähnlich / {k.outlet}</p><ul>{k.nav()}</ul></footer></div></body></html>"""


def arc(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charSet="UTF-8"/><title>{k.headline} | {k.outlet}</title>
{k.og()}<link rel="canonical" href="{k.address}"/>{k.json_ld(author=[{"@type": "Person", "name": n, "url": "/author/x"} for n in k.byline])}
<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={json.dumps({"content_elements": [{"type": "text", "content": "<p>" + w + "</p>"} for _, w in k.text["parts"]]}, ensure_ascii=False)};</script>{k.script(50)}</head>
<body><div id="fusion-app" class="layout-section"><header class="c-stack b-header-nav-chain"><nav id="main-nav" aria-label="Sections Menu">{k.nav('<a class="c-link b-header-nav-chain__section" href="/{0}/">{0}</a>')}</nav></header>
<section role="main" id="main" class="b-right-rail__main">
<div class="c-stack b-article-head"><a class="c-overline b-overline" href="/energy/">{k.kicker}</a><h1 class="c-heading b-headline">{k.headline}</h1><p class="b-subheadline">{k.standfirst}</p></div>
<div class="c-attribution b-byline"><span class="b-byline__by">By </span><span class="b-byline__names"><a href="/a">{k.by(False)}</a></span><span class="c-divider"></span><time as="time" class="c-date b-date" dateTime="{k.iso}">{k.day()} at 9:41AM</time></div>
<div class="b-social-sharing">{k.share('<button class="c-button">{0}</button>')}</div>
<article class="b-article-body">
{k.body(p='<p class="c-paragraph">{}</p>', h2='<h2 class="c-heading">{}</h2>', figure='<figure class="c-media-item"><img><figcaption class="c-media-item__fig-caption"><span class="c-media-item__caption">{}</span>', credit='<span class="c-media-item__credit">{}</span>', between=lambda at: '<div class="arcad-feature"><div class="c-ad">ADVERTISEMENT</div></div><p class="c-interstitial-link">[<a href="/r">Read next: ' + k.headlines(1)[0] + "</a>]</p>" if at in (2, 4) else "")}
</article><div class="b-full-author-bio"><h2 class="b-full-author-bio__name">{k.by(False)}</h2><p class="b-full-author-bio__bio-copy">{k.by(False)} {k.words["author"]}</p></div></section>
<aside class="b-right-rail__rail-container"><h2>Most Read</h2><ol class="b-top-table-list">{k.teasers(6, '<li><a href="{a}">{h}</a></li>')}</ol></aside>
<footer class="b-footer"><p>© 2024 {k.outlet}. All rights reserved.</p></footer></div></body></html>"""


def nextjs(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><style data-next-hide-fouc="true">body{{display:none}}</style><meta charSet="utf-8"/><title>{k.headline}</title>
{k.og(times=False)}{k.json_ld("ReportageNewsArticle")}</head><body style="display:none">
<div id="__next"><div class="sc-1a2b3c hKzPqW"><div class="sc-9f8e7d cXyZ"><a class="sc-aa fGh" href="/">{k.outlet}</a>{k.nav('<a class="sc-bb iJk" href="/{0}">{0}</a>', 2)}</div></div>
<main class="sc-qq lMn"><div class="sc-ww oPq"><h1 class="sc-ee rSt">{k.headline}</h1><div class="sc-rr uVw">{k.standfirst}</div>
<div class="sc-tt xYz"><span>{k.by()}</span><span>{k.day()}</span><span>Updated {k.day(k.text["updated"])}</span></div>
<div class="sc-yy aBc">{k.share('<button aria-label="{0}" class="sc-uu">{0}</button>')}</div>
<div class="sc-ii dEf">{k.body(p='<div class="sc-oo gHi"><p class="sc-pp jKl">{}</p></div>')}</div></div>
<div class="sc-zz"><h2 class="sc-xx">{k.words["related"]}</h2><div class="sc-cc">{k.teasers(8, '<a class="sc-vv" href="{a}"><div class="sc-bb2"><h3 class="sc-nn">{h}</h3><p class="sc-mm">{d}</p><span>{t}</span></div></a>')}</div></div></main>
<div class="sc-foot"><div>{k.outlet} © 2023. All rights reserved.</div>{k.nav('<a href="/{0}">{0}</a>')}</div></div>
<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": {"article": {"title": k.text["headline"], "blocks": [w for _, w in k.text["parts"]]}, "ads": ["x" * 200] * 150}}}, ensure_ascii=False)}</script></body></html>"""


def bitrix(k: Kit) -> str:
    return f"""<!DOCTYPE html>
<html xml:lang="ru" lang="ru"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<title>{k.headline} - {k.outlet}</title><meta name="description" content="{k.standfirst}" />
<link href="/bitrix/cache/css/s1/main/kernel_main.css" type="text/css" rel="stylesheet" />{k.script(25)}</head>
<body><div id="panel"></div><div class="top_line"><span class="weather">+12°C Тараз</span> <span class="currency">USD 447.5 EUR 486.2</span></div>
<div id="header"><a href="/"><img src="/logo.png" alt="{k.outlet}"></a><ul id="horizontal-multilevel-menu">{k.nav('<li><a href="/{0}/" class="root-item">{0}</a></li>')}</ul></div>
<div class="bx-breadcrumb"><div class="bx-breadcrumb-item"><a href="/">Главная</a></div><div class="bx-breadcrumb-item"><a href="/news/">Новости</a></div><div class="bx-breadcrumb-item"><span>{k.headline}</span></div></div>
<div class="workarea"><h1 id="pagetitle">{k.headline}</h1>
<div class="news-detail"><span class="news-date-time">{k.numeric()} 10:15</span>
<div class="preview_text"><b>{k.standfirst}</b></div>
<div class="detail_text">{k.body(h2="<h3>{}</h3>", figure='<div class="photo"><img class="detail_picture" src="/upload/1.jpg"><div class="photo-caption">{}</div>', credit='<div class="photo-author">{}</div>', end_figure="</div>")}</div>
<div style="clear:both"></div><div class="author">Автор: {k.by(False)}</div><div class="show-counter">Просмотров: 1872</div>
<div class="ya-share2" data-services="vkontakte,telegram">{k.share()}</div></div>
<div class="news-list"><h2>{k.words["related"]}</h2>{k.teasers(5, '<p class="news-item"><span class="news-date-time">{t}</span> <a href="{a}"><b>{h}</b></a><br />{d}</p>')}</div></div>
<div id="right_col"><h3>Лента новостей</h3>{k.teasers(12, '<div class="lenta-item"><span class="time">12:{n}</span> <a href="{a}">{h}</a></div>')}</div>
<div id="footer">&copy; 2010-2023 Информационное агентство «{k.outlet}». При использовании материалов ссылка обязательна.</div></body></html>"""


def dle_cp1251(k: Kit) -> str:
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>{k.headline} &raquo; {k.outlet}</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)">
<meta name="keywords" content="мука, Ош, мельницы"></head><body>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td colspan="3" class="head"><a href="/">{k.outlet}</a></td></tr>
<tr><td width="200" valign="top"><div class="menu_left">{k.nav('<a href="/{0}">{0}</a><br>')}</div>
<div class="block"><div class="block_title">Популярное</div>{k.teasers(7, '&raquo; <a href="{a}">{h}</a><br>')}</div></td>
<td valign="top"><div class="speedbar"><a href="/">{k.outlet}</a> &raquo; <a href="/eco/">Экономика</a> &raquo; {k.headline}</div>
<div id="dle-content"><div class="full-story"><div class="story_title"><h1>{k.headline}</h1></div>
<div class="story_info">Дата: {k.day()} | Категория: <a href="/e">Экономика</a> | Просмотров: 543</div>
<div class="story_text"><div id="news-id-18812" style="display:inline;">{k.body(p="{}<br /><br />")}</div></div>
<div class="story_rating"><a href="#" class="r1">1</a> <a>2</a> <a>3</a></div>
<div class="related"><b>Другие новости по теме:</b><br>{k.teasers(4, '<li><a href="{a}">{h}</a></li>')}</div></div>
<div id="dle-comments-list">{k.comments('<div class="comment"><b>{n}</b> (3 марта 2024 12:41)<br>{w}</div>')}</div>
<div class="info">Посетители, находящиеся в группе <b>Гости</b>, не могут оставлять комментарии к данной публикации.</div></div></td>
<td width="180"><div class="banner">{k.words["advert"]}</div></td></tr>
<tr><td colspan="3" class="foot">© {k.outlet}, 2008-2024. Все права защищены.</td></tr></table></body></html>"""


def novastan_like(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="UTF-8"><title>{k.headline} - {k.outlet} français</title>
<link rel='canonical' href='{k.address}'/>{k.og()}<meta name="author" content="{k.by(False)}"/>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{k.headline}","datePublished":"{k.iso}","author":{{"@type":"Person","name":"{k.by(False)}"}},}}</script>{k.script(20)}</head>
<body class="wp-singular single single-post elementor-default">
<div class="elementor elementor-location-header"><div class="elementor-widget elementor-widget-nav-menu"><ul class="elementor-nav-menu">{k.nav('<li class="menu-item"><a class="elementor-item" href="/{0}">{0}</a></li>')}</ul></div></div>
<div class="elementor elementor-location-single"><div class="elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title">{k.headline}</h1></div></div>
<div class="elementor-widget elementor-widget-theme-post-excerpt"><div class="elementor-widget-container">{k.standfirst}</div></div>
<div class="elementor-widget elementor-widget-post-info"><ul class="elementor-inline-items"><li itemprop="author"><a href="/a"><span class="elementor-icon-list-text elementor-post-info__item--type-author">{k.by(False)}</span></a></li><li itemprop="datePublished"><span class="elementor-icon-list-text"><time>{k.day()}</time></span></li></ul></div>
<div class="elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">
{k.body(h2="<h3><strong>{}</strong></h3>", figure='<figure class="wp-caption"><img><figcaption class="wp-caption-text">{}', between=lambda at: '<blockquote class="wp-embedded-content"><p><a href="/lire">Lire aussi sur ' + k.outlet + " : " + k.headlines(1)[0] + "</a></p></blockquote>" if at == 2 else "")}
<p><strong>{k.by(False)}<br>Rédactrice pour {k.outlet}</strong></p>
<p><em>Merci d'avoir lu cet article jusqu'au bout ! Si vous avez un peu de temps, nous aimerions avoir votre avis pour nous améliorer.</em></p></div></div>
<div class="elementor-widget elementor-widget-post-comments"><section id="comments" class="comments-area"><h3 class="title-comments">{k.words["comment_head"]}</h3>{k.comments('<div class="comment-body"><cite>{n}</cite><p>{w}</p></div>')}</section></div></div>
<div class="elementor elementor-location-footer"><div class="elementor-widget-container"><p>{k.outlet} {k.words["about"]}</p><p>Copyright © 2022 {k.outlet}</p></div></div></body></html>"""


def escenic(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="de-AT"><head><meta charset="utf-8"><title>{k.headline} « {k.outlet}</title>
<meta property="og:title" content="{k.headline}"><meta property="og:type" content="article"><meta property="article:published_time" content="{k.iso}">
<meta name="dc.date" content="{k.date}"><meta name="DC.Creator" content="{k.by(False)}"><meta name="DC.Publisher" content="{k.outlet}">{k.script(90)}{k.style(15)}</head>
<body><div id="sp_message_container_1" class="sp_message"><div><h1>Einverständnis</h1><p>{k.words["cookie"]}</p><p>{k.words["cookie"]}</p><button>{k.words["accept"]}</button></div></div>
<header class="meta"><nav class="meta__nav"><ul>{k.nav(times=3)}</ul></nav></header>
<div class="page"><div class="ad ad--billboard">{k.words["advert"]}</div>
<article class="article article--interview"><header class="article__header"><div class="article__kicker">{k.kicker}</div><h1 class="article__title">{k.headline}</h1>
<div class="article__meta"><time class="meta__date" datetime="{k.iso}">{k.numeric()} um 09:41</time> <span class="meta__author">von <a href="/autor">{k.by(False)}</a></span></div></header>
<p class="article__lead">{k.standfirst}</p>
<div class="article__body">{k.body(h2='<p class="question"><strong>{}</strong></p>', between=lambda at: '<div class="article__offer abo-box"><p>' + k.words["offer"] + "</p></div>" if at == 1 else "")}</div>
<div class="article__print-note">("Die Rundschau", Print-Ausgabe, 03.09.2021)</div>
<footer class="article__footer"><div class="article__tags">Schlagworte: <a>Pamir</a> <a>Klima</a></div></footer></article>
<section class="recommendations"><h2>Lesen Sie mehr zu diesen Themen</h2>{k.teasers(12, '<article class="teaser"><a href="{a}"><h3>{h}</h3><p>{d}</p><time>{t}</time></a></article>')}</section>
<section class="forum" id="forum"><h2>Forum</h2>{k.comments('<div class="forum-post posting"><span>{n}</span><p>{w}</p></div>')}</section></div>
<footer class="site-footer">Impressum AGB Datenschutz</footer></body></html>"""


def bare(k: Kit) -> str:
    """No metadata whatever: an old site of a broadcaster, layout by tables and fonts."""
    return f"""<HTML><HEAD><TITLE>{k.outlet}: {k.headline}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH=760 CELLPADDING=0 CELLSPACING=0><TR><TD COLSPAN=2><FONT SIZE=1>{k.nav('<A HREF="/{0}.htm">{0}</A> | ')}</FONT></TD></TR>
<TR><TD WIDTH=140 VALIGN=TOP BGCOLOR="#EEEEEE"><FONT SIZE=1>{k.teasers(9, '<A HREF="{n}.htm">{h}</A><BR><BR>')}</FONT></TD>
<TD VALIGN=TOP><FONT FACE="Arial" SIZE=2><FONT SIZE=1>{k.numeric()}</FONT><BR>
<FONT SIZE=5><B>{k.headline}</B></FONT><BR><BR><B>{k.standfirst}</B><BR><BR>
{k.body(p="{}<BR><BR>")}
<FONT SIZE=1>&copy; {k.outlet} | <A HREF="#top">nach oben</A> | <A HREF="print.htm">Druckversion</A></FONT></FONT></TD></TR></TABLE></BODY></HTML>"""


def amp(k: Kit) -> str:
    return f"""<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{k.headline}</title><link rel="canonical" href="{k.address}">
<style amp-boilerplate>body{{visibility:hidden}}</style>{k.json_ld("BlogPosting", publisher={"@type": "Organization", "name": k.outlet})}<script async src="https://cdn.ampproject.org/v0.js"></script></head>
<body><amp-sidebar id="s" layout="nodisplay"><ul>{k.nav()}</ul></amp-sidebar><header class="amp-wp-header"><div><a href="/">{k.outlet}</a></div></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{k.headline}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">{k.by(False)}</span></div>
<div class="amp-wp-meta amp-wp-posted-on"><time datetime="{k.iso}">2 years ago</time></div></header>
<div class="amp-wp-article-content">{k.body(between=lambda at: '<amp-ad width=300 height=250 type="adsense"><div placeholder>Advertisement</div></amp-ad>' if at == 1 else "")}</div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">Categories: <a href="/o">Opinion</a></div></footer></article>
<amp-consent id="c"><div id="popupOverlay"><p>{k.words["cookie"]}</p><button on="tap:c.accept">{k.words["accept"]}</button></div></amp-consent>
<footer class="amp-wp-footer"><h2>{k.outlet}</h2><p><a href="https://wordpress.org/">Powered by WordPress</a></p><a href="#top" class="back-to-top">Back to top</a></footer></body></html>"""


def pangea(k: Kit) -> str:
    return f"""<!DOCTYPE html><html lang="en" dir="ltr" class="no-js"><head><title>{k.headline}</title><meta name="description" content="{k.standfirst}">
<meta name="twitter:title" content="{k.headline}"><meta property="og:site_name" content="{k.outlet}"><meta name="Author" content="{k.outlet}"><link rel="canonical" href="{k.address}">
<script type="application/ld+json">{json.dumps({"articleSection": "Kazakhstan", "isAccessibleForFree": True, "headline": k.text["headline"], "inLanguage": "en", "keywords": "Kazakhstan", "author": {"@type": "Person", "name": k.by(False)}, "datePublished": "2024-05-30 10:41:18Z", "dateModified": "2024-05-30 11:29:11Z", "publisher": {"logo": {"@type": "ImageObject"}, "@type": "NewsMediaOrganization", "url": f"https://{k.domain}", "name": k.outlet}, "@context": "https://schema.org", "@type": "NewsArticle", "mainEntityOfPage": k.address, "url": k.address, "name": k.text["headline"]}, ensure_ascii=False)}</script>{k.script(40)}</head>
<body class=" nav-no-loaded cc_theme pg-art evnt-live"><div class="shr-float"><button>Share</button></div>
<nav class="hdr-20__nav"><div class="main-nav"><ul class="main-nav__list">{k.nav('<li class="main-nav__item"><a class="main-nav__item-name" href="/{0}">{0}</a></li>')}</ul></div></nav>
<div class="body-container"><div class="container"><div class="hdr-container"><div class="category"><a href="/z/1">{k.kicker}</a></div><h1 class="title pg-title">{k.headline}</h1>
<div class="publishing-details"><div class="published"><span class="date"><time pubdate="pubdate" datetime="2024-05-30T13:41:18+02:00">{k.day()} 11:41 CET</time></span></div><div class="links"><ul class="links__list"><li class="links__item">By <a class="links__item-link" href="/author/1">{k.by(False)}</a></li></ul></div></div></div>
<div class="body-container"><div class="row"><div class="col-xs-12 col-sm-12 col-md-8"><div id="article-content" class="content-floated-wrap fb-quotable"><div class="wsw">
{k.body(h2='<h2 class="wsw__h2">{}</h2>', between=lambda at: '<div class="wsw__embed"><div class="media-block also-read"><h4 class="media-block__title">SEE ALSO:</h4><a href="/x"><h4>' + k.headlines(1)[0] + "</h4></a></div></div>" if at == 2 else "")}
</div><ul class="author-bios"><li class="author-bio"><p>{k.by(False)} {k.words["author"]}</p></li></ul></div>
<div class="region"><div class="media-block-wrap" id="wrowblock-1"><h2 class="section-head">More In {k.kicker}</h2><ul>{k.teasers(4, '<li><div class="media-block"><a href="{a}"><h4 class="media-block__title">{h}</h4></a></div></li>')}</ul></div></div></div></div></div></div></div>
<footer role="contentinfo" id="foot"><div class="foot__item"><p>{k.outlet} © 2024 All Rights Reserved.</p></div></footer></body></html>"""


def joomla(k: Kit) -> str:
    return f"""<!DOCTYPE html><html xml:lang="ru-ru" lang="ru-ru"><head><meta charset="utf-8" /><title>{k.headline}</title><meta name="author" content="Super User" /><meta name="generator" content="Joomla! - Open Source Content Management" /></head>
<body class="site com_content view-article"><div class="mod-languages"><ul class="lang-inline"><li><a href="/ru/">Русский</a></li><li><a href="/tj/">Тоҷикӣ</a></li></ul></div>
<div class="navigation"><ul class="nav menu">{k.nav('<li class="item-{0}"><a href="/{0}">{0}</a></li>')}</ul></div>
<main id="content" role="main"><div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="ru-RU" />
<div class="page-header"><h2 itemprop="headline">{k.headline}</h2></div>
<dl class="article-info muted"><dt class="article-info-term">Информация о материале</dt><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Автор: <span itemprop="name">{k.by(False)}</span></dd><dd class="published"><span class="icon-calendar"></span><time datetime="{k.iso}" itemprop="datePublished">Опубликовано: {k.day()}</time></dd><dd class="hits"><meta itemprop="interactionCount" content="UserPageVisits:291" />Просмотров: 291</dd></dl>
<div itemprop="articleBody"><p><strong>{k.standfirst}</strong></p>{k.body()}</div>
<ul class="pager pagenav"><li class="previous"><a class="hasTooltip" href="/1">Назад</a></li><li class="next"><a href="/2">Вперед</a></li></ul></div></main>
<div class="moduletable"><h3>Последние новости</h3><ul class="latestnews">{k.teasers(6, '<li><a href="{a}"><span>{h}</span></a></li>')}</ul></div>
<footer class="footer"><p>© 2021 {k.outlet}</p></footer></body></html>"""


def listing(k: Kit) -> str:
    """A section's front page: teasers and no article."""
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Новости Узбекистана | {k.outlet}</title><meta property="og:type" content="website"><meta property="og:site_name" content="{k.outlet}"><meta property="og:title" content="Новости Узбекистана">{k.script(30)}</head>
<body><header><nav><ul>{k.nav()}</ul></nav></header><main><h1>Новости Узбекистана</h1><div class="news-feed">{k.teasers(26, '<article class="card"><a href="{a}"><h2 class="card__title">{h}</h2></a><p class="card__text">{d}</p><time>{t}</time></article>')}</div>
<div class="pagination"><a href="?p=2">2</a><a href="?p=3">3</a></div></main><footer>© {k.outlet}</footer></body></html>"""


SKINS = [
    (
        wordpress_classic,
        0,
        "Steppenpost",
        "steppenpost.example",
        "2024/04/17/ein-stausee-fuer-batken/",
    ),
    (wordpress_blocks, 1, "Zentralasien Rundschau", "za-rundschau.example", "lokomotiven/"),
    (typo3, 14, "Stiftung Seidenfaden", "seidenfaden.example", "aktuelles/stipendium"),
    (
        coremedia,
        1,
        "inforadio24.de",
        "www.inforadio24.example",
        "ausland/asien/kasachstan-lokomotiven-100.html",
    ),
    (arc, 3, "The Vakhsh Courier", "www.vakhshcourier.example", "energy/2024/01/23/solar-lamps/"),
    (nextjs, 4, "Steppe Monitor", "steppemonitor.example", "kyrgyz-court-bail"),
    (bitrix, 5, "Тараз-Инфо", "taraz-info.example", "news/obshchestvo/1872/"),
    (dle_cp1251, 6, "Ош Бизнес", "oshbiz.example", "18812-muka.html"),
    (novastan_like, 7, "Novastan", "novastan.example", "fr/ouzbekistan/khiva-colonne/"),
    (escenic, 8, "Die Rundschau", "www.dierundschau.example", "6028812/gletscher"),
    (bare, 9, "Radio Oase", "www.radio-oase.example", "0721.htm"),
    (amp, 11, "Five Stans Blog", "fivestans.example", "2022/07/timetable/"),
    (pangea, 10, "Radio Caspia", "www.radiocaspia.example", "a/kuryk-ferry/32970001.html"),
    (joomla, 12, "Наука Памира", "pamirscience.example", "novosti/kometa"),
    (listing, 13, "Узбек Дейли", "uzdaily.example", "uzbekistan/"),
]
