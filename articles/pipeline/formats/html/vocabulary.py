"""What class names, roles and elements say in the markup of news sites, most telling first.

Words are those of class names in lower case, camel case and underscores parted by hyphens (`relatedPosts` is
`related-posts`); they are collected from the themes of WordPress, TYPO3, Drupal, Joomla, Bitrix and DLE, from the
systems of large outlets (Arc, Escenic, CoreMedia, Pangea) and from widely used add-ons for consent, adverts and comments.
"""

from __future__ import annotations

import re

from ...results import Label


def _words(*words: str) -> re.Pattern[str]:
    """Return the pattern that finds one of `words` (parted by blanks) as whole words of a class."""
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(' '.join(words).split())})(?![a-z0-9])")


#: Furniture by class or id.
FURNITURE = (
    (
        Label.COOKIE,
        _words(
            "cookies? consent gdpr dsgvo cmp onetrust didomi usercentrics sourcepoint sp-message cookiebot cookielaw",
            "cookieconsent borlabs klaro iubenda cmplz qc-cmp2?",
        ),
    ),
    (
        Label.PAYWALL,
        _words("paywall regwall paid-barrier tp-modal piano metered abo-?box pay-?teaser"),
    ),
    (
        Label.NEWSLETTER,
        _words(
            "newsletters? newsletter-?box newsletter-?signup mailchimp mc4wp sign-?up subscribe subscription abonnieren"
        ),
    ),
    (
        Label.APPEAL,
        _words(
            "donat(?:e|ion) donations spenden? spendenbox appeal support-us unterstuetzen patreon"
        ),
    ),
    (
        Label.SHARE,
        _words(
            "shar(?:e|es|ing) sharedaddy share-?bar share-?buttons? socials? social-?(?:share|links|media|icons|buttons?) shariff addtoany",
            "addthis a2a ya-share2? pluso likely uptolike follow-?us followus likes?",
        ),
    ),
    (
        Label.COMMENTS,
        _words(
            "comments comment-?list comment-?form comments?-area comment-?respond respond disqus(?:-thread)? kommentare? leserkommentare?",
            "commentaires? forum-?posts? postings? hypercomments cackle mc-container",
        ),
    ),
    (
        Label.PROMO,
        _words(
            "ads? ad-?spot adv advert advertis(?:ing|ement|ements) adsense ad-?slot ad-?box ad-?container ad-?wrapper adsbygoogle adfox yandex-rtb",
            "banners? promo promos promotion promoted promo-?box sponsor(?:ed|en)? anzeigen? werbung reklama dfp gpt-ad outbrain taboola",
            "plista mgid teads app-?banner",
        ),
    ),
    (
        Label.AUTHOR_BOX,
        _words(
            "author-?(?:box|bio|card|info|description|profile|teaser|block) about-?(?:the-)?author autor(?:en)?-?(?:box|info|kasten|profil|teaser)",
            "bio vita m-a-box saboxplugin-wrap",
        ),
    ),
    (
        Label.RELATED,
        _words(
            "related related-?(?:posts?|articles?|news|content|links|stories|topics|box) similar similar-?news recommend(?:ed|ation|ations)",
            "recirculation recirc teasers? teaser-?(?:list|box|item|group|grid) jp-relatedposts yarpp crp-related read-?(?:more|also|next)",
            "more-?(?:news|stories|articles|on|from) mehr-zum-thema mehrzumthema weiterlesen weitere-?(?:artikel|themen|meldungen) most-?read",
            "most-?popular meistgelesen popular trending top-?stories latest-?(?:news|posts) last-?news other-?news news-?(?:list|feed|ticker)",
            "see-?also lire-aussi a-lire ticker linkbox link-?list links-?box dossier-?box",
        ),
    ),
    (
        Label.NAVIGATION,
        _words(
            "nav navi navbar navigation main-?nav sub-?nav menus? main-?menu sub-?menu mega-?menu off-?canvas burger hamburger",
            "bread-?crumbs? pathway pagination pager paging skip-?links? jump-?links? toolbar top-?bar header-?bar login log-?in search search-?form",
            "tags tag-?(?:list|links|cloud) post-?tags topics-?list keywords sidebar side-?bar widget-?area right-?col(?:umn)? left-?col(?:umn)?",
            "marginal language-?(?:switch|switcher|selector|menu) lang-?switch post-?nav(?:igation)? prev-?next calendar weather currency kurs",
            "rates? meta-?nav service-?nav back-?to-?top totop print-?(?:button|link) toc table-of-contents font-?size audio-?player player",
            "rating views view-?count(?:er)? show-?counter hits counter",
        ),
    ),
    (
        Label.SITE,
        _words(
            "site-?(?:header|footer|info|branding|title|description|logo) page-?footer footer colophon imprint impressum legal masthead logo",
            "copyrights? disclaimer about-?us",
        ),
    ),
)
#: Furniture by element and by ARIA role.
FURNITURE_TAGS = {
    "nav": Label.NAVIGATION,
    "menu": Label.NAVIGATION,
    "form": Label.NAVIGATION,
    "search": Label.NAVIGATION,
    "button": Label.NAVIGATION,
    "select": Label.NAVIGATION,
    "dialog": Label.PROMO,
    "amp-consent": Label.COOKIE,
    "amp-sidebar": Label.NAVIGATION,
    "amp-social-share": Label.SHARE,
    "amp-ad": Label.PROMO,
}
FURNITURE_ROLES = {
    "navigation": Label.NAVIGATION,
    "menu": Label.NAVIGATION,
    "menubar": Label.NAVIGATION,
    "search": Label.NAVIGATION,
    "toolbar": Label.NAVIGATION,
    "dialog": Label.PROMO,
    "alertdialog": Label.PROMO,
    "contentinfo": Label.SITE,
}
#: Parts of an article by class; each is checked against its words before it counts.
PARTS = (
    (
        Label.CREDIT,
        _words(
            "credits? photo-?credits? image-?credits? media-?credit foto-?credit caption-?credit photographer bildquelle bild-?nachweis",
            "image-?source foto-?autor fotograf picture-?credit rights",
        ),
    ),
    (
        Label.CAPTION,
        _words(
            "caption captions wp-caption-text image-?caption photo-?caption media-?caption figure-?caption bildunterschrift bild-?text bu",
            "image-?description picture-?text gallery-?caption",
        ),
    ),
    (
        Label.KICKER,
        _words(
            "kicker over-?line dach-?zeile top-?line spitzmarke rubric eyebrow roof-?line topic-?label sur-?titre"
        ),
    ),
    (
        Label.STANDFIRST,
        _words(
            "stand-?first lead lede lead-?(?:text|in) intro intro-?text introtext dek deck vorspann teaser-?text abstract excerpt",
            "(?:article|post|news|entry|story)-(?:intro|lead|summary|subtitle|teaser|excerpt|description) anons chapo sub-?headline",
        ),
    ),
    (
        Label.BYLINE,
        _words(
            "by-?line authors? autor(?:en)? author-?name article-?author post-?author news-?author entry-?author verfasser redakteur",
            "contributors? auteur",
        ),
    ),
    (
        Label.DATE_LINE,
        _words(
            "dates? pub-?date publish(?:ed)?(?:-date)? posted-on date-?line date-?time datum time-?stamp article-?date post-?date",
            "news-?date entry-?date created news-?time date-?created",
        ),
    ),
)
#: A container that is named so holds the article's text.
BODY = _words(
    "article-?body articlebody article-?content article-?text entry-?content post-?content post-?body post-?text story-?body story-?text",
    "news-?text news-?body news-?detail(?:-text)? detail-?text full-?(?:story|text) body-?text text-?content rich-?text wysiwyg",
    "field--name-body news-?text-?wrap the-?content single-?content content-?body article--?full",
)
#: Shown to no eye.
UNSEEN = _words(
    "sr-only visually-?hidden screen-?reader-?text screen-?reader-?only element-invisible skip-?links? skip-?to-content"
)

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: Parts of class names that tell a state, not a kind: `no-sidebar`, `article--shared`, `comments-open`.
_STATES = re.compile(
    r"--\S*|(?<!\S)(?:\S*-)?(?:no|has|with|without|w|is|not|js)-\S+|(?<!\S)\S+-(?:open|closed|enabled|disabled|active|ready)(?!\S)"
)


def named(node_names: str) -> str:
    """Return class names as the patterns of this module read them.

    >>> named("relatedPosts page__topline wp_block no-sidebar").strip()
    'related-posts page-topline wp-block'
    """
    names = _STATES.sub("", node_names.replace("__", "-"))
    return _CAMEL.sub("-", names).replace("_", "-").lower()
