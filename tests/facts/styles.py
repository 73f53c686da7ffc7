"""Whole reports in styles of other trades: a press release, pages of HTML, numbered studies, lists of bare lines."""

ROBOTS = """\
Collaborative Robots Market worth $9.8 billion by 2030 - Exclusive Report by Research House

CHICAGO, March 12, 2025 /PRNewswire/ -- According to a research report "Collaborative Robots Market by Payload (Up to 5 kg, 5-10 kg, More than 10 kg), Component (Hardware, Software), Application (Handling, Assembling & Disassembling, Welding & Soldering, Dispensing, Processing), Industry (Automotive, Electronics, Metals & Machining, Food & Beverages) and Region - Global Forecast to 2030", the market is projected to grow from USD 2.1 billion in 2025 to USD 9.8 billion by 2030.

Rising labour costs and the ease of programming are driving the market.

Handling segment to hold the largest share

The handling segment is expected to account for the largest market share. Palletizing robots from small firms gain ground.

Market Dynamics:

Driver: Shortage of skilled welders
Restraint: Low payload and speed
Opportunity: Demand from small and medium-sized enterprises
Challenge: Safety certification of shared work cells

The market for collaborative robots is dominated by a few globally established players such as Universal Robots A/S (Denmark), FANUC CORPORATION (Japan), ABB (Switzerland), TECHMAN ROBOT INC. (Taiwan), and KUKA AG (Germany). Other players profiled include Doosan Robotics, Franka Robotics GmbH and Yaskawa Electric Corporation.

Recent Developments

In May 2024, ABB launched the GoFa 10 and GoFa 12 cobots. The robots carry up to 12 kg.
In January 2024, FANUC CORPORATION opened a new plant in Michigan.
On 14 November 2023, Denmark-based Universal Robots A/S partnered with Denim to train operators.
In 2022, the collaborative robots market was hit by chip shortages.

Get Sample Pages: https://example.invalid/x
"""

PET_FOOD = """\
<!doctype html><html><head><title>Pet Food Market Size & Forecast, 2024-2032</title></head><body>
<h1>Pet Food Market</h1>
<p>The pet food market was USD 120 billion in 2024.</p>
<h2>Market Segmentation</h2>
<h3>By Pet Type</h3>
<ul><li>Dogs</li><li>Cats</li><li>Others<ul><li>Birds</li><li>Fish</li></ul></li></ul>
<h3>By Form</h3>
<ul><li>Dry food</li><li>Wet food</li><li>Treats &amp; chews</li></ul>
<p>Based on sales channel, the market is divided into supermarkets, specialty stores, and online.</p>
<h2>Regional Analysis</h2>
<h3>North America</h3><p>The U.S. leads.</p>
<h3>Europe</h3><p>Germany and the UK.</p>
<h3>Asia Pacific</h3><p>China grows.</p>
<h2>Growth Drivers</h2>
<ul><li><b>Humanization of pets:</b> owners treat pets as family members.</li><li><b>E-commerce:</b> boxes arrive each month.</li></ul>
<h2>Market Restraints</h2>
<ul><li>Raw material prices</li><li>Recalls</li></ul>
<h2>Competitive Landscape</h2>
<table><tr><th>Company</th><th>Headquarters</th><th>Revenue rank</th></tr>
<tr><td>Mars Petcare</td><td>US</td><td>1</td></tr>
<tr><td>Nestl&eacute; Purina PetCare</td><td>US</td><td>2</td></tr>
<tr><td>Hill&#39;s Pet Nutrition, Inc.</td><td>US</td><td>3</td></tr></table>
<p>Companies like Blue Buffalo and Affinity Petcare S.A. have also entered the premium tier, while the FDA and AAFCO set the labels.</p>
<h2>Key Industry Developments</h2>
<ul><li><strong>April 2024</strong> – Mars Petcare acquired Champion Petfoods to widen its premium range.</li>
<li><strong>November 2023:</strong> Hill's Pet Nutrition, Inc. inaugurated a wet-food plant in Kansas.</li></ul>
<h2>Report Scope</h2>
<table><tr><th>Attribute</th><th>Details</th></tr>
<tr><td>Segments Covered</td><td>By Pet Type, By Form, By Sales Channel, By Region</td></tr>
<tr><td>By Region</td><td>North America (U.S., Canada), Europe (Germany, UK), Asia Pacific (China, Japan)</td></tr>
<tr><td>Key Companies</td><td>Mars Petcare, Nestlé Purina PetCare, Hill's Pet Nutrition, Inc., General Mills Inc.</td></tr></table>
</body></html>
"""

HYDROGEN = """\
Outlook for Green Hydrogen Electrolyzers 2024-2035

1. Introduction

This study was prepared for investors. Capacity installed worldwide reached 1.4 GW in 2023.

2. Market structure

2.1 Segmentation by technology

We distinguish three technologies: alkaline, proton exchange membrane and solid oxide.

The market can be classified by capacity into below 500 kW, 500 kW to 2 MW and above 2 MW. In terms of end use, the market is split into refining, ammonia, steel and mobility.

2.2 Regions

Geographically, the market is segmented into North America, Europe, Asia-Pacific and the Rest of the World.

3. What drives the market

3.1 Drivers

• Falling cost of renewable power
• National hydrogen strategies
• Carbon pricing

3.2 Barriers and challenges

Grid connection queues hold projects back.

4. Competitive environment

The leading suppliers are Nel ASA, thyssenkrupp nucera AG & Co. KGaA, Plug Power Inc., ITM Power PLC and Sunfire GmbH. Chinese vendors including LONGi Hydrogen, PERIC and Sungrow compete on price. McPhy, John Cockerill and Siemens Energy are among the other major manufacturers in the field.

4.1 Recent moves

Nel ASA signed a framework agreement with Statkraft in August 2023.
Plug Power raised USD 300 million in January 2024, while its cash position remained tight.
ITM Power was selected by Shell in July 2023 for a 100 MW project.

5. Methodology

Primary research covered 40 interviews: developers, suppliers and utilities.
"""

LIGHTING = """\
# Global Smart Lighting Market Report 2024–2033

## Market Overview

The global smart lighting market size accounted for USD 18.2 billion in 2023. The market is highly competitive; major players such as Signify Holding, Acuity Brands, Inc., and Legrand S.A. compete with newcomers.

## Smart Lighting Market Segments Covered in the Report

**By Offering**

- Hardware
  - Lamps & Luminaires
  - Lighting Controls
- Software
- Services
  - Professional Services
  - Managed Services

**By Communication Technology**

- Wired Technology
- Wireless Technology

**By Installation Type**

- New Installation
- Retrofit

**By Geography**

- North America
- Europe
- Asia-Pacific
- Latin America
- Middle East & Africa (MEA)

## Segment Insights

### Offering Insights

Based on the offering, the market is categorized into hardware, software, and services. The hardware segment led with 62% in 2023.

### Communication Technology Insights

The wireless technology segment will grow fastest.

## Market Dynamics

### Driver

#### Energy codes for buildings

Rules in the EU and the U.S. call for controls in new offices.

#### Falling LED prices

LEDs cost a tenth of what they did.

### Restraint

#### High upfront cost

Owners hesitate.

### Opportunity

#### Human-centric lighting

Hospitals and schools want tunable light.

### Challenges

- Interoperability of protocols
- Cybersecurity of connected lamps

## Smart Lighting Market Companies

- **Signify Holding:** The largest lighting maker runs Interact.
- **Acuity Brands, Inc.:** An Atlanta-based supplier.
- **Legrand S.A.**
- **Zumtobel Group**
- **OSRAM Licht AG (ams OSRAM)**
- **Wipro Consumer Care & Lighting**

## Recent Developments

- In March 2024, Signify Holding introduced the NatureConnect range in North America.
- In October 2023, Legrand S.A. announced the acquisition of ZPE Systems.
- In September 2023, Zumtobel Group and Casambi joined forces to offer wireless controls.

## Frequently Asked Questions

### Who are the key players in the smart lighting market?

The key players operating in the smart lighting market are Signify Holding, Acuity Brands, Inc., Legrand S.A., Zumtobel Group, OSRAM Licht AG, and Wipro Consumer Care & Lighting.

### What are the segments?

By offering, communication technology, installation type and geography.
"""

BUSES = """\
Electric Bus Market Size, Share, Competitive Landscape and Trend Analysis Report, by Propulsion, by Length, by End User : Global Opportunity Analysis and Industry Forecast, 2023-2032

AU : Automotive | Report Code: A01234 | Pages: 310

Electric Bus Market Research, 2032

The global electric bus market was valued at $17.0 billion in 2022, and is projected to reach $48.3 billion by 2032.

Segment Review

The electric bus market is segmented on the basis of propulsion, length, end user and region. By propulsion, it is divided into battery electric, plug-in hybrid and fuel cell. By length, it is fragmented into less than 9 m, 9-14 m and above 14 m. On the basis of end user, it is bifurcated into public and private. By region, it is analyzed across North America, Europe, Asia-Pacific, and LAMEA.

Competitive Analysis

The key players profiled in this report include BYD Company Limited, Yutong Bus Co., Ltd., AB Volvo, Daimler Truck AG, NFI Group Inc., Proterra, Tata Motors Limited, Ashok Leyland, Solaris Bus & Coach sp. z o.o., and VDL Groep. These key players have adopted strategies such as product launch, collaboration and expansion to strengthen their market share.

Recent Developments in the Electric Bus Industry

On February 15, 2024, Ashok Leyland received an order of 250 electric buses from Tamil Nadu.
In October 2023, Solaris won a contract in Warsaw.
Volvo Buses announced in June 2023 that it would stop building city buses in Wroclaw.

Key Market Segments

By Propulsion
Battery Electric
Plug-in Hybrid
Fuel Cell

By Length
Less than 9 m
9-14 m
Above 14 m

By End User
Public
Private

By Region
North America (U.S., Canada, Mexico)
Europe (UK, Germany, France, Rest of Europe)
Asia-Pacific (China, Japan, India, Rest of Asia-Pacific)
LAMEA (Latin America, Middle East, Africa)

Key Market Players
BYD Company Limited
Yutong Bus Co., Ltd.
AB Volvo
Daimler Truck AG
NFI Group Inc.
Proterra
Tata Motors Limited
Ashok Leyland
Solaris Bus & Coach sp. z o.o.
VDL Groep

Key Benefits For Stakeholders
This study presents analytical depiction of the electric bus industry.
Porter's five forces analysis illustrates the potency of the buyers.

Chapter 1: INTRODUCTION
1.1. Report description
1.2. Key market segments
1.3. Key benefits to the stakeholders
1.4. Research methodology
Chapter 2: EXECUTIVE SUMMARY
2.1. CXO perspective
Chapter 3: MARKET OVERVIEW
3.1. Market definition and scope
3.2. Porter's five forces analysis
3.2.1. Bargaining power of suppliers
3.2.2. Threat of new entrants
3.3. Market dynamics
3.3.1. Drivers
3.3.1.1. Stricter emission norms
3.3.1.2. Subsidies for clean transport
3.3.2. Restraints
3.3.2.1. High purchase price
3.3.3. Opportunities
3.3.3.1. Hydrogen corridors
Chapter 4: ELECTRIC BUS MARKET, BY PROPULSION
4.1 Overview
4.1.1 Market size and forecast
4.2. Battery Electric
4.2.1 Key market trends, growth factors and opportunities
4.2.2 Market size and forecast, by region
4.3. Plug-in Hybrid
4.3.1 Key market trends, growth factors and opportunities
4.4. Fuel Cell
4.4.1 Key market trends, growth factors and opportunities
Chapter 5: ELECTRIC BUS MARKET, BY REGION
5.1 Overview
5.2 North America
5.2.1 Key trends and opportunities
5.2.2 U.S.
5.2.2.1 Market size and forecast, by Propulsion
5.3 Europe
5.3.1 Key trends and opportunities
5.3.2 UK
Chapter 6: COMPANY PROFILES
6.1 BYD Company Limited
6.1.1 Company overview
6.1.2 Key Executives
6.2 Yutong Bus Co., Ltd.
6.2.1 Company overview
6.2.2 Key Executives
"""

ENZYMES = """\
MARKET STUDY: INDUSTRIAL ENZYMES

EXECUTIVE BRIEF

Demand for industrial enzymes rises with detergents and biofuels. The segments are as follows:

Type: Carbohydrases, Proteases, Lipases, Polymerases & Nucleases, Others
Source: Microorganisms, Plants, Animals
Application: Food & Beverages, Bioethanol, Animal Feed, Detergents, Textiles, Others
Region: North America, Europe, Asia Pacific, South America, RoW

Type and source in words

The market is segmented, by type, into carbohydrases, proteases, lipases, polymerases & nucleases, and others.

Who makes them

Novonesis holds about a third. Rivals: DuPont, DSM-Firmenich, BASF SE, AB Enzymes, Amano Enzyme Inc. and Advanced Enzyme Technologies. The top five companies are Novonesis (Denmark), DuPont (US), DSM-Firmenich (Switzerland), BASF SE (Germany) and AB Enzymes (Germany).

News

January 2024 | Novonesis | Merger of Novozymes and Chr. Hansen completed
2023-06: BASF SE sold its bioenergy enzymes business to Lallemand.
Amano Enzyme Inc. (Japan) opened an innovation center in Gifu on 5 July 2023.

The industrial enzymes market grew 6.1% in 2023.

What holds it back: strict approval rules, sensitivity to heat and pH

Drivers: cleaner detergents; rising biofuel mandates; demand for gluten-free food
"""

SPIRITS = """\
Craft Spirits Market: By Type (Whiskey, Gin, Rum & Brandy), Distiller Size (Large Craft Distillers, Medium Craft Distillers, Small Craft Distillers), Distribution Channel (On-trade; Off-trade) and Geography – Forecast Till 2032

Market Insights

Craft Spirits Market was worth US$ 14.3 Bn in 2023.

| Report Metric | Details |
|---|---|
| Segmentation | Type: Whiskey, Gin, Rum & Brandy; Distiller Size: Large, Medium, Small; Distribution Channel: On-trade, Off-trade |
| Geographies | North America, Europe, Asia Pacific, Rest of the World |
| Companies covered | Pernod Ricard SA; Rémy Cointreau; William Grant & Sons Ltd; Diageo plc; Constellation Brands, Inc.; House Spirits; Chase Distillery Ltd. |
| Growth Drivers | • Rising taste for local drinks • Craft tourism |

Regional Insights

The United States dominates. In Europe, the U.K. and Germany are strong; Asia Pacific is expected to grow fastest, led by India and Japan.

Competitive Landscape

Several companies, such as Diageo plc, Pernod Ricard SA and Rémy Cointreau, buy small distilleries. Analysts from Wine Institute expect more deals. Customers include bars such as The Dead Rabbit and Attaboy.

Key Developments

• May 2023: Diageo plc bought Balcones Distilling of Texas.
• March 2023 - Pernod Ricard SA acquired a majority stake in Skrewball.
• The Alcohol and Tobacco Tax and Trade Bureau (TTB) proposed a new standard in July 2022.
• In Q2 2022, House Spirits launched Westward Whiskey in Australia.
• The U.S. FDA approved Acme Bio's yeast strain in June 2021.

Market Drivers
- Rising disposable income
- Interest in local ingredients

Market Restraints
- High taxes

Reasons to buy
- Save time
- See the data by region
"""

DRONES = """\
# Medical Drones: Market Intelligence Brief

*Published April 2025*

**Summary.** Hospitals in Rwanda and Ghana receive blood by air. The market was valued at USD 254 million in 2023.

## 1 Scope

1.1 Segments by technology

1.1.1 Fixed wing
1.1.2 Rotor drones
1.1.3 Hybrid drones

1.2 Segments by application

1.2.1 Blood transfer
1.2.2 Vaccination programs
1.2.3 Drug transfer
1.2.4 Others

1.3 Regions

North America – US, Canada
Europe – Germany, UK, France, Rest of Europe
Asia Pacific – China, Japan, India, Rest of Asia Pacific
Rest of World

## 2 Vendors

Zipline International Inc. – founded 2014, San Francisco
Matternet – runs a lab network in Switzerland
DHL Group – Parcelcopter, ended in 2021
Wingcopter GmbH – Darmstadt
Swoop Aero Pty Ltd – Melbourne

Vendors that were named by interviewees but have no profile: Volansi, Flirtey (SkyDrop) and Vayu.

## 3 What pushes and what brakes

Key drivers include faster delivery of blood, fewer cold-chain losses, and lower cost per trip.

Restraints
1. Airspace rules
2. Payload limits

Opportunities
1. Beyond-visual-line-of-sight permits
2. Night flights

## 4 Chronicle

2023
- Zipline International Inc. unveiled its P2 platform in March.
- Wingcopter GmbH received EUR 40 million from the European Investment Bank.

2022
- Matternet obtained FAA type certification for its M2 drone in September 2022.
"""

HEATERS = """\
Wood Pellet Heaters Market - Global Industry Analysis

Report Snapshot

The wood pellet heaters market is estimated at EUR 3.1 billion in 2024 and moves at a steady pace. By Type, the Pellet Stoves segment held 54%. By Application: residential users lead.

Segmental Analysis

By Type Analysis: Pellet stoves dominate owing to price
The pellet stoves segment, which includes insert and freestanding types, is the largest. Hopper sizes differ.

By Application Analysis
Residential users hold the largest share. Commercial users such as hotels, schools and hospitals follow.

Regional Outlook

In terms of region, the market is divided into Europe, North America, and Asia Pacific. Italy and Germany are the largest in Europe.

Top Companies in the Wood Pellet Heaters Market
1. MCZ Group S.p.A. (Italy)
2. Palazzetti Lelio S.p.A. (Italy)
3. Rika Innovative Ofentechnik GmbH (Austria)
4. Hearth & Home Technologies, LLC (U.S.)
5. England's Stove Works, Inc. (U.S.)

Report Coverage
The report covers market trends, drivers, and the competitive landscape. It also offers company profiles, SWOT analysis, and a value chain analysis.

Market Segmentation:
• By Type: Pellet Stoves, Pellet Boilers, Pellet Furnaces
• By Application: Residential, Commercial, Industrial
• By Distribution Channel: Direct, Indirect
• By Region:
  o North America (U.S. and Canada)
  o Europe (Germany, Italy, France, and the Rest of Europe)
  o Asia Pacific (China, Japan, and the Rest of Asia Pacific)

Key Industry Developments
September 2024: Rika Innovative Ofentechnik GmbH introduced a stove that runs without power.
Jan-2024: MCZ Group S.p.A. announced a merger with CSTherm.
In 2023, pellet prices fell by 40% after the peak of 2022.

About the Publisher
Heat Research Ltd. is a market research firm. Clients include Bosch and Viessmann.
"""

TELEHEALTH = """\
<h1>Telehealth Market Size to Hit USD 500 Bn by 2034</h1>
<p>Ottawa, Nov. 05, 2024 (GLOBE NEWSWIRE) -- The global telehealth market size was USD 150 billion in 2024. Leading companies are Teladoc Health Inc., American Well (Amwell), Doctor on Demand, MDLive and Babylon Health.</p>
<p>Key Takeaways:</p>
<ul><li>North America dominated the market with 41% in 2024.</li><li>By component, the services segment led.</li><li>By end-use, the providers segment is growing.</li></ul>
<h2>Telehealth Market Segmentation</h2>
<p><b>By Component</b></p>
<ul><li>Hardware</li><li>Software</li><li>Services</li></ul>
<p><b>By Application</b></p>
<ul><li>Teleradiology</li><li>Telepsychiatry</li><li>Others</li></ul>
<p><b>By End-use</b></p>
<ul><li>Providers</li><li>Payers</li><li>Patients</li></ul>
<p><b>By Region</b></p>
<ul><li>North America<ul><li>U.S.</li><li>Canada</li></ul></li><li>Europe<ul><li>Germany</li><li>UK</li></ul></li></ul>
<h2>Telehealth Market Top Companies</h2>
<table><tbody><tr><td>Company</td><td>Offering</td></tr><tr><td>Teladoc Health Inc.</td><td>Virtual care</td></tr><tr><td>Zoom Video Communications, Inc.</td><td>Zoom for Healthcare</td></tr></tbody></table>
<h2>What is Going Around the Globe?</h2>
<ul><li>In August 2024, Amwell partnered with the Defense Health Agency.</li><li>In July 2024, the WHO launched a guide on telemedicine.</li></ul>
<h2>Market Dynamics</h2>
<h3>Drivers</h3><p>The rising use of smartphones drives the market.</p>
<h3>Restraints</h3><ul><li>Data privacy concerns</li><li>Licensing across states</li></ul>
"""
