import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.update.UpdateAction;

/**
 * Apache Jena's TDB2, in memory, behind the protocols of SPARQL 1.1, with the paths that Fuseki has: /ds/query, /ds/data
 * and /ds/update. It prints the port it listens on, and ends when its standard input does.
 */
public class Jena {
  static final Dataset DATA = TDB2Factory.createDataset();

  record Reply(int status, String kind, byte[] body) {}

  interface Service {
    Reply answer(String method, Map<String, List<String>> values, byte[] body);
  }

  public static void main(String[] words) throws IOException {
    TDB2.init();
    DATA.getContext().set(TDB2.symUnionDefaultGraph, true);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/ds/query", exchange -> serve(exchange, Jena::query));
    server.createContext("/ds/update", exchange -> serve(exchange, Jena::update));
    server.createContext("/ds/data", exchange -> serve(exchange, Jena::graph));
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  static Reply query(String method, Map<String, List<String>> values, byte[] body) {
    Query query = QueryFactory.create(values.get("query").get(0));
    values.getOrDefault("default-graph-uri", List.of()).forEach(query::addGraphURI);
    values.getOrDefault("named-graph-uri", List.of()).forEach(query::addNamedGraphURI);
    return Txn.calculateRead(DATA, () -> answered(query));
  }

  static Reply answered(Query query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QueryExecution execution = QueryExecutionFactory.create(query, DATA)) {
      if (query.isSelectType()) ResultSetFormatter.outputAsJSON(out, execution.execSelect());
      else if (query.isAskType()) ResultSetFormatter.outputAsJSON(out, execution.execAsk());
      else {
        Model found = query.isDescribeType() ? execution.execDescribe() : execution.execConstruct();
        RDFDataMgr.write(out, found, Lang.NTRIPLES);
        return new Reply(200, "application/n-triples", out.toByteArray());
      }
    }
    return new Reply(200, "application/sparql-results+json", out.toByteArray());
  }

  static Reply update(String method, Map<String, List<String>> values, byte[] body) {
    return written(() -> UpdateAction.parseExecute(values.get("update").get(0), DATA));
  }

  static Reply graph(String method, Map<String, List<String>> values, byte[] body) {
    String name = values.get("graph").get(0);
    if (method.equals("DELETE")) return written(() -> DATA.removeNamedModel(name));
    Model put = ModelFactory.createDefaultModel();
    RDFDataMgr.read(put, new java.io.ByteArrayInputStream(body), Lang.TURTLE);
    return written(() -> DATA.replaceNamedModel(name, put));
  }

  static Reply written(Runnable change) {
    Txn.executeWrite(DATA, change);
    return new Reply(204, "text/plain", new byte[0]);
  }

  static void serve(HttpExchange exchange, Service service) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String kind = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    String form = kind.startsWith("application/x-www-form-urlencoded") ? new String(body, StandardCharsets.UTF_8) : "";
    Reply reply = tried(() -> service.answer(
        exchange.getRequestMethod(), values(String.valueOf(exchange.getRequestURI().getRawQuery()) + "&" + form), body));
    exchange.getResponseHeaders().set("Content-Type", reply.kind());
    exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    exchange.getResponseBody().write(reply.body());
    exchange.close();
  }

  static Reply tried(Supplier<Reply> answer) {
    try {
      return answer.get();
    } catch (RuntimeException error) {
      return new Reply(400, "text/plain", String.valueOf(error.getMessage()).getBytes(StandardCharsets.UTF_8));
    }
  }

  static Map<String, List<String>> values(String text) {
    Map<String, List<String>> found = new TreeMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) found.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(decoded(parts[1]));
    }
    return found;
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
