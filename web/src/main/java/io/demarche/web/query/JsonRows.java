package io.demarche.web.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;

/** Rows as JSON objects: a column {@code event_date} is the member {@code eventDate}; what is null is left out. */
final class JsonRows {
    private JsonRows() {}

    static ArrayNode select(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static ArrayNode read(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        String[] names = new String[columns.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = member(columns.getColumnLabel(i + 1));
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        while (rows.next()) {
            ObjectNode one = all.addObject();
            for (int i = 0; i < names.length; i++) {
                put(one, names[i], rows.getObject(i + 1));
            }
        }
        return all;
    }

    private static void put(ObjectNode one, String name, Object value) {
        if (value instanceof Integer || value instanceof Long) {
            one.put(name, ((Number) value).longValue());
        } else if (value instanceof Number number) {
            one.put(name, number.doubleValue());
        } else if (value != null) {
            one.put(name, value.toString());
        }
    }

    private static String member(String column) {
        StringBuilder name = new StringBuilder();
        boolean capital = false;
        for (char c : column.toCharArray()) {
            if (c == '_') {
                capital = true;
            } else {
                name.append(capital ? Character.toUpperCase(c) : c);
                capital = false;
            }
        }
        return name.toString();
    }
}
