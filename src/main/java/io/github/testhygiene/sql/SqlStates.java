package io.github.testhygiene.sql;

import java.sql.SQLException;
import java.util.Set;

/** The SQLSTATE codes that we tell apart. */
public final class SqlStates {

    private static final Set<String> UNREACHABLE = Set.of("08000", "08001", "08004", "08006");
    private static final Set<String> LOGIN_REFUSED = Set.of("28000", "28P01");

    private SqlStates() {}

    /** Nobody answers, or not with PostgreSQL's protocol. */
    public static boolean unreachable(SQLException e) {
        return UNREACHABLE.contains(state(e));
    }

    /** The host answers, and refuses the role or its password. */
    public static boolean loginRefused(SQLException e) {
        return LOGIN_REFUSED.contains(state(e));
    }

    /** The database does not exist. */
    public static boolean noSuchDatabase(SQLException e) {
        return state(e).equals("3D000");
    }

    /** Somebody is connected to a database that must be alone. */
    public static boolean objectInUse(SQLException e) {
        return state(e).equals("55006");
    }

    /** The role lacks a privilege. */
    public static boolean notAllowed(SQLException e) {
        return state(e).equals("42501");
    }

    /** A server that is starting: refuses connections or says so. */
    public static boolean notThereYet(SQLException e) {
        return unreachable(e) || state(e).equals("57P03");
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
