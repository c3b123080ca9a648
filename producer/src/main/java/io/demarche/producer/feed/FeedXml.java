package io.demarche.producer.feed;

import io.demarche.producer.fetch.FetchException;
import io.demarche.producer.fetch.Trouble;
import io.demarche.producer.stated.Doctype;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jsoup.parser.Parser;

/**
 * Feeds as XML, mended where they nearly are: a declaration of type is taken off with all it declares, so that none can do harm;
 * entities of HTML become their characters; what no XML may hold is left out. What is still not well-formed is read as browsers
 * would, tag by tag.
 */
final class FeedXml {
    private static final Pattern AMPERSAND = Pattern.compile(
            "&(?:(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);|([a-zA-Z][a-zA-Z0-9]{1,31});)?");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|&#(?:x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2\\d|3[01]));");
    private static final String CDATA = "<![CDATA[";

    private FeedXml() {}

    static Document document(String text) throws FetchException {
        int start = text.indexOf('<');
        if (start < 0) {
            throw new FetchException(Trouble.FORMAT, "no feed: no XML");
        }
        String xml =
                entities(UNSEEN.matcher(Doctype.takenOff(text.substring(start))).replaceAll(""));
        try {
            return parse(xml);
        } catch (JDOMException | IOException e) {
            return tagByTag(xml, e);
        }
    }

    private static Document tagByTag(String xml, Exception first) throws FetchException {
        org.jsoup.nodes.Document loose = Parser.xmlParser().parseInput(xml, "");
        loose.outputSettings()
                .syntax(org.jsoup.nodes.Document.OutputSettings.Syntax.xml)
                .escapeMode(org.jsoup.nodes.Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        try {
            return parse(entities(loose.outerHtml()));
        } catch (JDOMException | IOException e) {
            throw new FetchException(
                    Trouble.FORMAT,
                    "no feed: "
                            + String.valueOf(first.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    e);
        }
    }

    private static Document parse(String xml) throws JDOMException, IOException {
        SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        builder.setExpandEntities(false);
        return builder.build(new StringReader(xml));
    }

    /** Entities that XML does not know become characters, and stray ampersands what they stand for; CDATA stays as it is. */
    private static String entities(String xml) {
        StringBuilder out = new StringBuilder(xml.length());
        int at = 0;
        while (at < xml.length()) {
            int raw = xml.indexOf(CDATA, at);
            int end = raw < 0 ? xml.length() : raw;
            escape(xml.substring(at, end), out);
            at = end;
            if (raw >= 0) {
                int close = xml.indexOf("]]>", raw);
                at = close < 0 ? xml.length() : close + 3;
                out.append(xml, raw, at);
            }
        }
        return out.toString();
    }

    private static void escape(String markup, StringBuilder out) {
        Matcher ampersand = AMPERSAND.matcher(markup);
        while (ampersand.find()) {
            String stated = ampersand.group();
            if (ampersand.group(1) != null) {
                ampersand.appendReplacement(out, Matcher.quoteReplacement(stated));
            } else {
                String known = ampersand.group(2) == null ? stated : Parser.unescapeEntities(stated, true);
                ampersand.appendReplacement(
                        out, Matcher.quoteReplacement(known.equals(stated) ? "&amp;" + stated.substring(1) : known));
            }
        }
        ampersand.appendTail(out);
    }
}
