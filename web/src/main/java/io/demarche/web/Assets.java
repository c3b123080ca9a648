package io.demarche.web;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The page's files, all from the class path, by name; nothing else can be asked for. */
final class Assets {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    /**
     * A file.
     *
     * @param tag changes with its content
     */
    record Asset(String type, byte[] content, String tag) {}

    /**
     * Reads all of them.
     *
     * @throws DemarcheException where one is missing
     */
    Assets() {
        add("index.html", "page/index.html", "text/html; charset=utf-8");
        add("openapi.json", "openapi.json", "application/json; charset=utf-8");
        add("icon.svg", "page/icon.svg", "image/svg+xml");
        add("desk.css", "page/desk.css", STYLE);
        for (String script : new String[] {
            "desk", "dom", "api", "live", "session", "watch", "pair", "source", "judge", "chart", "search", "world",
            "map", "status"
        }) {
            add(script + ".js", "page/" + script + ".js", SCRIPT);
        }
        // Made by web/src/map/outlines.mjs.
        add("outlines.json", "page/outlines.json", "application/json; charset=utf-8");
        add("uplot.js", UPLOT + "uPlot.iife.min.js", SCRIPT);
        add("uplot.css", UPLOT + "uPlot.min.css", STYLE);
    }

    Optional<Asset> named(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    Map<String, Asset> all() {
        return Map.copyOf(assets);
    }

    private void add(String name, String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new DemarcheException(resource + ": missing from the program's own files; build it anew");
            }
            byte[] content = in.readAllBytes();
            String tag = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
            assets.put(name, new Asset(type, content, '"' + tag + '"'));
        } catch (IOException e) {
            throw new DemarcheException(resource + ": cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
