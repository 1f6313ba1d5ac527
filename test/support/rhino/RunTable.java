import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ImporterTopLevel;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/**
 * Reads scripts from the standard input, one JSON text a line, or a list of what runs before it in its scope and the script. Writes one
 * JSON text a line: what Rhino makes of the script.
 * "parses" is false where Rhino refuses to compile the script; "value" is its last value as a text. Of a script that throws, it is
 * what the script has put into a list "traced" until then.
 */
public class RunTable {
  /** What many scripts have in front of them is compiled once. */
  private static final Map<String, org.mozilla.javascript.Script> prefaces = new HashMap<>();

  public static void main(String[] args) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder out = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) out.append(run(line)).append('\n');
    System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String run(String line) {
    Context context = Context.enter();
    try {
      context.setLanguageVersion(Context.VERSION_ES6);
      context.setOptimizationLevel(-1);
      Scriptable scope = new ImporterTopLevel(context);
      scope.put("line", scope, line);
      Object parts = context.evaluateString(scope, "[].concat(JSON.parse(line))", "line", 1, null);
      scope.delete("line");
      ArrayDeque<String> texts = new ArrayDeque<>();
      for (Object part : (List<?>) parts) texts.add(Context.toString(part));
      String script = texts.removeLast();
      for (String text : texts) {
        prefaces.computeIfAbsent(text, key -> context.compileString(key, "preface", 1, null)).exec(context, scope);
      }
      ScriptableObject.putProperty(scope, "jmap", Context.javaToJS(values(), scope));
      org.mozilla.javascript.Script compiled;
      try {
        compiled = context.compileString(script, "s", 1, null);
      } catch (RhinoException error) {
        return answer(false, null, error.details(), error.lineNumber());
      }
      try {
        return answer(true, Context.toString(compiled.exec(context, scope)), null, 0);
      } catch (RhinoException error) {
        String traced = "typeof traced === 'undefined' ? null : JSON.stringify(traced)";
        Object value = context.evaluateString(scope, traced, "traced", 1, null);
        return answer(true, value == null ? null : Context.toString(value), error.details(), error.lineNumber());
      }
    } finally {
      Context.exit();
    }
  }

  /** What rows find under the name "jmap". */
  private static Map<String, Object> values() {
    Map<String, Object> map = new HashMap<>();
    map.put("name", "demo");
    map.put("same", new String("demo"));
    map.put("empty", "");
    map.put("number", 5);
    map.put("zero", 0);
    map.put("half", 2.5);
    map.put("yes", true);
    map.put("no", false);
    map.put("nothing", null);
    map.put("list", new ArrayList<>(Arrays.asList("a", "b")));
    map.put("map", new HashMap<>(Map.of("key", "value")));
    return map;
  }

  private static String answer(boolean parses, String value, String error, int line) {
    return "{\"parses\":" + parses + ",\"value\":" + quote(value) + ",\"error\":" + quote(error) + ",\"line\":" + line + "}";
  }

  private static String quote(String text) {
    if (text == null) return "null";
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c >= ' ' && c < 127 && c != '"' && c != '\\') quoted.append(c);
      else quoted.append(String.format("\\u%04x", (int) c));
    }
    return quoted.append('"').toString();
  }
}
