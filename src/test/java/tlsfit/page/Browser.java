package tlsfit.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A Chromium without a window, driven by the protocol of its developer tools: one page at a time,
 * with what it says and what it asks the net for.
 */
final class Browser implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SECONDS = 30;
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");

  private final Process process;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private String session = "";

  private Browser(Process process, URI address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Listener())
            .orTimeout(SECONDS, TimeUnit.SECONDS)
            .join();
  }

  /** Where a Chromium is on this machine. */
  static Optional<Path> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(java.io.File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder).resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts one.
   *
   * @param program the browser
   * @param profile an empty folder of its own
   */
  static Browser start(Path program, Path profile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    for (int wait = 0; wait < 20 * SECONDS; wait++) {
      List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
      if (lines.size() >= 2) {
        return new Browser(process, URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
      }
      Thread.sleep(50);
    }
    process.destroyForcibly();
    throw new IOException("no answer from " + program);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          JsonNode message = MAPPER.readTree(text.toString());
          if (message.has("id")) {
            answers
                .computeIfAbsent(message.get("id").asInt(), id -> new CompletableFuture<>())
                .complete(message);
          } else {
            events.add(message);
          }
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, part, last);
    }
  }

  /** A command of the protocol with its arguments, names and values in turn. */
  JsonNode send(String method, Object... arguments) {
    int id = number.incrementAndGet();
    ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
    ObjectNode params = message.putObject("params");
    for (int k = 0; k < arguments.length; k += 2) {
      params.set(String.valueOf(arguments[k]), MAPPER.valueToTree(arguments[k + 1]));
    }
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer =
        answers.computeIfAbsent(id, one -> new CompletableFuture<>());
    socket.sendText(message.toString(), true).join();
    JsonNode found = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    if (found.has("error")) {
      throw new IllegalStateException(method + ": " + found.get("error"));
    }
    return found.get("result");
  }

  /** Opens a page and waits until it is loaded. */
  void open(Path page, int width, int height, boolean dark) throws InterruptedException {
    session = "";
    String target = send("Target.createTarget", "url", "about:blank").get("targetId").asText();
    session =
        send("Target.attachToTarget", "targetId", target, "flatten", true)
            .get("sessionId")
            .asText();
    events.clear();
    for (String domain : new String[] {"Page", "Runtime", "Network", "Log"}) {
      send(domain + ".enable");
    }
    send(
        "Emulation.setDeviceMetricsOverride",
        "width",
        width,
        "height",
        height,
        "deviceScaleFactor",
        1,
        "mobile",
        width < 600);
    send(
        "Emulation.setEmulatedMedia",
        "features",
        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light")));
    send("Page.navigate", "url", page.toUri().toString());
    for (int wait = 0; wait < 20 * SECONDS; wait++) {
      if (events.stream().anyMatch(one -> is(one, "Page.loadEventFired"))) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException(page + " does not load");
  }

  private static boolean is(JsonNode event, String method) {
    return event.path("method").asText().equals(method);
  }

  /** What a script gives, as JSON. */
  JsonNode evaluate(String script) {
    JsonNode found = send("Runtime.evaluate", "expression", script, "returnByValue", true);
    if (found.has("exceptionDetails")) {
      throw new IllegalStateException(script + ": " + found.get("exceptionDetails"));
    }
    return found.get("result").path("value");
  }

  /** Errors and warnings that the page gave. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (JsonNode event : events) {
      if (is(event, "Runtime.exceptionThrown")
          || is(event, "Runtime.consoleAPICalled")
          || is(event, "Log.entryAdded")) {
        complaints.add(event.toString());
      }
    }
    return complaints;
  }

  /** Addresses that the page asked for. */
  List<String> requests() {
    return events.stream()
        .filter(event -> is(event, "Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url").asText())
        .toList();
  }

  /** The whole page as PNG. */
  byte[] screenshot() {
    return Base64.getDecoder()
        .decode(
            send("Page.captureScreenshot", "format", "png", "captureBeyondViewport", true)
                .get("data")
                .asText());
  }

  /** The page as it prints on A4. */
  byte[] pdf() {
    return Base64.getDecoder()
        .decode(
            send("Page.printToPDF", "preferCSSPageSize", true, "printBackground", false)
                .get("data")
                .asText());
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().completeOnTimeout(process, SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly(); // does nothing to one that has ended
  }
}
