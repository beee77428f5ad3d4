# Makes up the names that the sample's customers and their managers have, country by country.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A row is: country, how common it is, words that open a name, words that close it, legal forms.
# A form that starts with a comma stands behind one, as some do on a real invoice.

COUNTRIES = [
    ('United States', 24,
     'Alder Brightwater Copperfield Dunmore Eastline Fernhill Greystone Harrow Ironbark Juniper '
     'Kestrel Larkspur Marlow Northgate Oakmere Pellworth Quillon Rosslyn Saltmarsh Timberlane',
     'Analytics Clinics Dental Energy Foods Freight Hotels Insurance Labs Legal Logistics Media '
     'Outfitters Payments Pharma Robotics Schools Security Software Staffing',
     '|, Inc.|, LLC| Co.| Group'),
    ('United Kingdom', 11,
     'Ashcombe Birchfield Carrow Denholm Elmsworth Foxglove Garston Hallam Kirkby Lowther Wexcombe',
     'Rail Travel Care Publishing Brewing Learning Property Assurance Couriers Estates',
     '| Ltd| plc| & Sons, Ltd| Group'),
    ('Germany', 10,
     'Bärenfels Dünenhof Eichgrün Föhrental Grünwasser Hohenstück Königsbach Lindenhöhe Mühlgrund '
     'Osterlüh Rößlein Weißtal',
     'Maschinenbau Logistik Software Gebäudetechnik Verlag Versand Pflegedienste Messtechnik '
     'Energie Küchen',
     ' GmbH| AG| GmbH & Co. KG|, Söhne & Partner'),
    ('France', 7,
     'Aubépine Belle-Rivière Château-Vert Dubreuil Étoile Forêt-Noire Grand-Pré Hélianthe Lucière '
     'Séquoia',
     'Conseil Santé Énergies Édition Transports Hôtellerie Assurances Numérique',
     ' SA| SAS| SARL| & Associés'),
    ('Sweden', 4, 'Björklund Södra Åkerlund Östanå Västerö Norrsjö Älgdal',
     'Skog Data Energi Omsorg Möbler Transport', ' AB| AB|'),
    ('Denmark', 3, 'Søgård Birkholm Lærke Østersund Bøgelund', 'Havvind Møbler Sundhed Byg Fødevarer',
     ' A/S| ApS'),
    ('Norway', 2, 'Fjellheim Grønvik Sjøberg Løvås', 'Sjømat Energi Rederi Bygg', ' AS'),
    ('Finland', 2, 'Hämeenjärvi Pöytälä Kivimäki Rantasyö', 'Sähkö Metsä Terveys Ohjelmistot', ' Oy'),
    ('Iceland', 1, 'Þórsvík Bláfjall Hraunás', 'Orka Fiskur', ' ehf.'),
    ('Netherlands', 4, 'Noorderwiek Zilvermeer Duinrijk Kooibergen Waterlelie',
     'Zorg Bloemen Techniek Verzekeringen Havenlogistiek', ' B.V.| N.V.'),
    ('Poland', 5, 'Wiśniewo Złotogóra Świerkowa Żurawie Łąkowa Dębowiec',
     'Transport Zdrowie Meble Oprogramowanie Księgowość', ' S.A.| sp. z o.o.'),
    ('Czechia', 2, 'Řekovice Šípková Hořejší Čápův', 'Strojírny Lékárny Pivovar', ' s.r.o.| a.s.'),
    ('Spain', 5, 'Peñalara Ibañeta Cañadillas Montaña Almendruelo Río-Seco',
     'Seguros Logística Energía Clínicas Educación', ' S.L.| S.A.|, Hermanos y Cía.'),
    ('Italy', 5, 'Fontanalba Montechiaro Rocca-Bianca Valdifiore Serenità Città-Alta',
     'Logistica Moda Qualità Ceramiche Macchine', ' S.p.A.| S.r.l.'),
    ('Portugal', 2, 'Serrã-Nova Conceição Ribeirão Montalvão', 'Saúde Cortiça Navegação', ', Lda.| S.A.'),
    ('Brazil', 4, 'Açucena Ipê-Amarelo Maracujá São-Lourenço Jatobá',
     'Educação Agro Saúde Soluções Alimentos', ' Ltda.| S.A.'),
    ('Mexico', 2, 'Ceibalinda Obsidiana Águila-Real Jacarandá', 'Logística Alimentos Clínicas',
     ' S.A. de C.V.|, Hermanos'),
    ('Türkiye', 3, 'Güneşli Çınarlı Işıkdağ Yeşilova Gökçeada', 'Lojistik Sağlık Yazılım Gıda',
     ' A.Ş.| Ltd. Şti.'),
    ('Greece', 1, 'Γαλάζιο Ελαιώνας Ηλιοτρόπιο', 'Ναυτιλία Υγεία', ' Α.Ε.'),
    ('Ukraine', 1, 'Вербова Калинівка Джерело', 'Логістика Аграрна', ' ТОВ'),
    ('Hungary', 1, 'Gyöngyvirág Tölgyfa Szőlőhegy', 'Élelmiszer Szoftver', ' Kft.'),
    ('Japan', 3, 'Kōyō Minatoya Shirōyama Hōraku Ōnami', 'Denki Logistics Seiki Systems', ' K.K.| Co., Ltd.'),
    ('India', 4, 'Chandrika Nilgira Sarovar Udayan Vasantha', 'Textiles Healthcare Infotech Foods Finance',
     ' Pvt. Ltd.| Ltd'),
    ('Vietnam', 1, 'Hòa-Bình Sông-Xanh Mặt-Trời', 'Dệt-May Thủy-Sản', ' JSC'),
    ('South Africa', 2, 'Protearand Umhlanga Kameeldoring', 'Mining Retail Health', ' (Pty) Ltd'),
    ('Canada', 4, 'Érablière Maplecrest Rivière-Bleue Tamarack Wapiti', 'Forestry Credit Santé Outdoors Data',
     ' Inc.|, Ltée| Corp.'),
    ('Australia', 3, 'Banksia Coolabah Wattlegrove Yarrawon', 'Mining Tourism Wines Software', ' Pty Ltd'),
    ('Ireland', 2, 'Clonmoyle Dún-Óir Sliabh-Glas', 'Aviation Dairy Insurance', ' Ltd| DAC'),
]

MANAGERS = ['Amara Okafor', 'Benoît Lefèvre', 'Chloë Jansen', 'Daniel Whitcombe', 'İpek Aydın',
            'Jörg Brenner', 'Maite Ibáñez', 'Priya Raman', 'Sofie Ågren']


def company_names(dice, count):
    """Returns count different (name, country) pairs."""
    total = sum(row[1] for row in COUNTRIES)
    pairs, seen = [], set()
    while len(pairs) < count:
        country, first, second, form = pick_words(dice, dice.random() * total)
        name = f'{first} {second}{form}'
        if dice.random() < 0.12:
            name = f'{first}{form}'
        if name not in seen:
            seen.add(name)
            pairs.append((name, country))
    return pairs


def pick_words(dice, point):
    for country, share, firsts, seconds, forms in COUNTRIES:
        point -= share
        if point < 0:
            break
    first, second, form = (pick(dice, words) for words in
                           (firsts.split(), seconds.split(), forms.split('|')))
    return country, first.replace('-', ' '), second.replace('-', ' '), form


def pick(dice, things):
    return things[int(dice.random() * len(things))]
