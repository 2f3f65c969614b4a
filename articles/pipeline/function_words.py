"""The small words of each language: no paragraph of prose does without them, and no list of names has them."""

from __future__ import annotations

#: By BCP 47 tag, the script named where it is not the usual one.
FUNCTION_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "de": "der die das den dem des ein eine einen einer und oder nicht ist sind war wurde wird hat mit von zu zum "
        "auf für im in aus bei nach auch sich als dass wie es sie er ich wir",
        "en": "the a an of to and or not is are was were be been has have had with from by on at in for that this it "
        "he she they we his her their as but said",
        "fr": "le la les un une des du de et ou ne pas est sont était a ont avec par pour sur dans en au aux que qui "
        "ce cette il elle ils se son sa ses mais",
        "es": "el la los las un una de del y o no es son fue ha han con por para en que se su sus como más pero lo al",
        "it": "il lo la i gli le un una di del della e o non è sono ha hanno con per da in che si al alla come più ma",
        "pl": "i w na z do że się nie jest są był była o po za od dla jak ale przez to tym ten który oraz co",
        "tr": "ve bir bu için ile olarak da de ne daha çok en olan sonra kadar gibi ama ise var değil her o",
        "az": "və bir bu üçün ilə olan kimi daha çox da də isə ki sonra hər var deyil o",
        "tk": "we bir bu bilen üçin hem diýip boldy şol ýaly soň bolan edip etdi däl ol ýa",
        "uz": "va bir bu bilan uchun ham deb edi boʻlgan esa shu kabi keyin yoki har emas u hamda qilib qildi",
        "uz-Cyrl": "ва бир бу билан учун ҳам деб эди бўлган эса шу каби кейин ёки ҳар эмас у ҳамда қилиб қилди",
        "kk": "және мен бен пен бұл үшін деп бір ол да де еді бар осы сол туралы болып кейін емес та те дейді",
        "kk-Latn": "jáne jäne žäne zháne men ben pen bul úshin üşin ushin dep bir ol edi bar osy sol týraly turaly "
        "bolyp keıin keiin emes da de",
        "ky": "жана менен бул үчүн деп бир ал да эле бар ошол болуп кийин эмес деген боюнча ушул же дейт",
        "tg": "ва дар аз ба бо ки ин он барои аст буд шуд низ то ҳам ё мо ҳар як мебошад кард",
        "ru": "и в во на с со не что он она они по к из за от для о об это как но а у был была были его ее её их "
        "же то при до мы я",
        "uk": "і й та в у на з із не що він вона вони за від для про це як але до був була було його її їх по при ми",
    }.items()
}
