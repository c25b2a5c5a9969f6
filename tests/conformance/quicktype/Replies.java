import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads replies with the classes that quicktype made, and writes them back: {@code java Replies CASES OUT}. CASES holds
 * replies.ndjson in a folder for each case; what is written back becomes OUT/CASE.ndjson.
 */
public final class Replies {
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Path out = Files.createDirectories(Path.of(arguments[1]));
        List<Path> cases;
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            cases = folders.sorted().toList();
        }
        for (Path folder : cases) {
            Class<?> converter = Class.forName("cases." + folder.getFileName() + ".Converter");
            Class<?> reply = Class.forName("cases." + folder.getFileName() + ".Reply");
            Method read = converter.getMethod("fromJsonString", String.class);
            Method write = converter.getMethod("toJsonString", reply);
            List<String> written = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("replies.ndjson"))) {
                written.add((String) write.invoke(null, read.invoke(null, line)));
            }
            Files.write(out.resolve(folder.getFileName() + ".ndjson"), written);
        }
    }
}
