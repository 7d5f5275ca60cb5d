package io.github.testhygiene.report;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A report in the browser. What it must never do is written down: errors, and requests to anything but files. */
final class Tab implements AutoCloseable {

    private static final String[] LOCAL = {"file:", "data:", "blob:", "about:"};

    /** Long enough for a busy machine. */
    private static final double TIMEOUT_MILLIS = 15_000;

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    Tab(BrowserContext context, Path file) {
        this.context = context;
        this.address = file.toUri().toString();
        // The texts of hostile reports call alert; nobody would close its window.
        context.addInitScript("window.alert = function (text) { window.hacked = String(text); };");
        context.route("**/*", this::refuseNetwork);
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(request -> noteRequest(request.url()));
        page.onWebSocket(socket -> complaints.add("web socket: " + socket.url()));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** Opens the page; one that complains at once is not worth waiting for. */
    void load() {
        page.navigate(address);
        if (!complaints.isEmpty()) {
            throw new AssertionError(address + ": " + complaints);
        }
    }

    /** Goes to a place of the page, as a click on a link does. */
    void goTo(String fragment) {
        page.evaluate("fragment => { location.hash = fragment; }", fragment);
    }

    /** Opens the page anew, as somebody does to whom the address was sent. */
    void visit(String fragment) {
        page.navigate("about:blank");
        page.navigate(address + "#" + fragment);
    }

    Page page() {
        return page;
    }

    Locator all(String selector) {
        return page.locator(selector);
    }

    Locator first(String selector) {
        return page.locator(selector).first();
    }

    /** What the address says after the sign {@code #}. */
    String fragment() {
        return String.valueOf(page.evaluate("() => location.hash.slice(1)"));
    }

    /** What the clipboard holds. */
    String pasted() {
        return String.valueOf(page.evaluate("() => navigator.clipboard.readText()"));
    }

    long number(String script) {
        return ((Number) page.evaluate(script)).longValue();
    }

    boolean isTrue(String script) {
        return Boolean.TRUE.equals(page.evaluate(script));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }

    private void refuseNetwork(Route route) {
        if (isLocal(route.request().url())) {
            route.resume();
        } else {
            route.abort();
        }
    }

    private void noteRequest(String url) {
        if (!isLocal(url)) {
            complaints.add("request: " + url);
        }
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + " in the console: " + message.text());
        }
    }

    private static boolean isLocal(String url) {
        for (String scheme : LOCAL) {
            if (url.startsWith(scheme)) {
                return true;
            }
        }
        return false;
    }
}
