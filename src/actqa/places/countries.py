"""The countries of the world, and the territories that reports list beside them."""

COUNTRIES = """
NA | United States | US, USA, United States of America | American | America
NA | Canada | | Canadian
NA LA | Mexico | | Mexican
LA.S | Brazil | | Brazilian
LA.S | Argentina | | Argentine, Argentinian
LA.S | Chile | | Chilean
LA.S | Colombia | | Colombian
LA.S | Peru | | Peruvian
LA.S | Ecuador | | Ecuadorian
LA.S | Uruguay | | Uruguayan
LA.S | Venezuela | | Venezuelan
LA.S | Bolivia | | Bolivian
LA.S | Paraguay | | Paraguayan
LA.S | Guyana
LA.S | Suriname
LA.C | Costa Rica | | Costa Rican
LA.C | Panama | | Panamanian
LA.C | Guatemala | | Guatemalan
LA.C | Honduras | | Honduran
LA.C | El Salvador | | Salvadoran
LA.C | Nicaragua | | Nicaraguan
LA.C | Belize
LA.I LA.C | Cuba | | Cuban
LA.I LA.C | Puerto Rico | | Puerto Rican
LA.I LA.C | Dominican Republic
LA.I | Jamaica | | Jamaican
LA.I | Haiti | | Haitian
LA.I | Bahamas
LA.I | Barbados
LA.I | Trinidad and Tobago
EU.W.D | Germany | | German
EU.W.D | Austria | | Austrian
EU.W.D | Switzerland | | Swiss
EU.W.U | United Kingdom | UK, Great Britain, Britain | British
EU.W.U | Ireland | | Irish
EU.W.U | England | | English
EU.W.U | Scotland | | Scottish
EU.W | France | | French
EU.W.B | Netherlands | Holland | Dutch
EU.W.B | Belgium | | Belgian
EU.W.B | Luxembourg
EU.W | Monaco
EU.W | Liechtenstein
EU.S | Italy | | Italian
EU.S EU.I | Spain | | Spanish
EU.S EU.I | Portugal | | Portuguese
EU.S EU.B | Greece | | Greek
EU.S | Malta | | Maltese
EU.S ME | Cyprus | | Cypriot
EU.N | Sweden | | Swedish
EU.N | Norway | | Norwegian
EU.N | Denmark | | Danish
EU.N | Finland | | Finnish
EU.N | Iceland | | Icelandic
EU.E | Poland | | Polish
EU.E | Czech Republic | Czechia | Czech
EU.E | Hungary | | Hungarian
EU.E EU.B | Romania | | Romanian
EU.E EU.B | Bulgaria | | Bulgarian
EU.E | Slovakia | Slovak Republic | Slovak
EU.E EU.B | Slovenia | | Slovenian
EU.E EU.B | Croatia | | Croatian
EU.E EU.B | Serbia | | Serbian
EU.E EU.B | Bosnia and Herzegovina | Bosnia | Bosnian
EU.E EU.B | Albania | | Albanian
EU.E EU.B | North Macedonia | Macedonia | Macedonian
EU.E EU.B | Montenegro
EU.E EU.B | Kosovo
EU.E | Ukraine | | Ukrainian
EU.E | Moldova | | Moldovan
EU.E EU.N.B | Estonia | | Estonian
EU.E EU.N.B | Latvia | | Latvian
EU.E EU.N.B | Lithuania | | Lithuanian
EU EU.R EU.E | Russia | Russian Federation | Russian
EU.R EU.E | Belarus | | Belarusian
EU ME | Turkey | Türkiye, Turkiye | Turkish
EU.R AP.C | Kazakhstan | | Kazakh
EU.R AP.C | Uzbekistan | | Uzbek
AP.C | Turkmenistan
AP.C | Kyrgyzstan
AP.C | Tajikistan
EU.R AP.C | Georgia | | Georgian
EU.R AP.C | Armenia | | Armenian
EU.R AP.C | Azerbaijan | | Azerbaijani
AP.E | China | People's Republic of China, Mainland China, PRC | Chinese
AP.E | Japan | | Japanese
AP.E | South Korea | Korea, Republic of Korea | South Korean, Korean
AP.E | North Korea | | North Korean
AP.E | Taiwan | | Taiwanese
AP.E | Hong Kong
AP.E | Macau | Macao
AP.E | Mongolia | | Mongolian
AP.S | India | | Indian
AP.S | Pakistan | | Pakistani
AP.S | Bangladesh | | Bangladeshi
AP.S | Sri Lanka | | Sri Lankan
AP.S | Nepal | | Nepalese
AP.S | Bhutan
AP.S | Maldives
AP.S | Afghanistan | | Afghan
AP.SE | Indonesia | | Indonesian
AP.SE | Malaysia | | Malaysian
AP.SE | Singapore | | Singaporean
AP.SE | Thailand | | Thai
AP.SE | Vietnam | Viet Nam | Vietnamese
AP.SE | Philippines | | Philippine, Filipino
AP.SE | Myanmar | Burma | Burmese
AP.SE | Cambodia | | Cambodian
AP.SE | Laos
AP.SE | Brunei
AP.O | Australia | | Australian
AP.O | New Zealand
AP.O | Papua New Guinea
AP.O | Fiji
ME | Israel | | Israeli
ME | Iran | | Iranian
ME | Iraq | | Iraqi
ME.L | Jordan | | Jordanian
ME.L | Lebanon | | Lebanese
ME.L | Syria | | Syrian
ME | Yemen | | Yemeni
ME AF.N | Egypt | | Egyptian
ME.G | Saudi Arabia | KSA, Kingdom of Saudi Arabia | Saudi, Saudi Arabian
ME.G | United Arab Emirates | UAE | Emirati
ME.G | Qatar | | Qatari
ME.G | Kuwait | | Kuwaiti
ME.G | Oman | | Omani
ME.G | Bahrain | | Bahraini
AF.S | South Africa | | South African
AF.S | Namibia | | Namibian
AF.S | Botswana
AF.S | Zambia | | Zambian
AF.S | Zimbabwe | | Zimbabwean
AF.S | Mozambique
AF.S | Angola | | Angolan
AF.S | Mauritius
AF.S | Madagascar
AF.W | Nigeria | | Nigerian
AF.W | Ghana | | Ghanaian
AF.W | Ivory Coast | Côte d'Ivoire, Cote d'Ivoire | Ivorian
AF.W | Senegal | | Senegalese
AF.W | Mali
AF.W | Burkina Faso
AF.W | Benin
AF.W | Togo
AF.W | Liberia
AF.W | Sierra Leone
AF.W AF.M | Cameroon | | Cameroonian
AF.E | Kenya | | Kenyan
AF.E | Ethiopia | | Ethiopian
AF.E | Tanzania | | Tanzanian
AF.E | Uganda | | Ugandan
AF.E | Rwanda | | Rwandan
AF.E AF.N | Sudan | | Sudanese
AF.E | Somalia | | Somali
AF.M | Democratic Republic of the Congo | DRC, DR Congo
AF.M | Gabon
AF.N | Morocco | | Moroccan
AF.N | Algeria | | Algerian
AF.N | Tunisia | | Tunisian
AF.N | Libya | | Libyan
"""
"""Codes of the regions it lies in (each of them, or they differ by publisher), canonical name, other names, adjectives,
words that mean it only among places."""
