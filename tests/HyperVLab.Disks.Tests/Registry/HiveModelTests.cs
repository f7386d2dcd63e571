using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

/// <summary>Random changes of a hive beside a plain model of what it should then hold.</summary>
public class HiveModelTests
{
    private static readonly string[] _words =
        ["a", "B", "abc", "ABD", "Größe", "\u0416", "\u20ACuro", "x y", "Key", "zzzz", "S-1-5-21", new('n', 200)];

    [Fact]
    public void A_hive_holds_what_random_changes_should_leave_in_it() => Seed.Run(60, random =>
    {
        var hive = AnyHive.Empty();
        var model = new Node("ROOT");
        for (var i = 0; i < 150; i++)
        {
            Change(hive, model, random);
            if (random.Next(40) == 0)
            {
                hive = AnyHive.Reopen(hive);
            }
        }

        Assert.Equal(Lines(model), HiveContent.Of(hive));
        Assert.Equal(Lines(model), HiveContent.Of(AnyHive.Reopen(hive)));
    });

    private static void Change(RegistryHive hive, Node model, Random random)
    {
        var (key, node) = Pick(hive.Root, model, random);
        var word = Word(random);
        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                key.CreateSubkey(word);
                node.Keys.TryAdd(word, new Node(word));
                break;
            case 3:
                Assert.Equal(node.Keys.Remove(word), key.DeleteSubkey(word));
                break;
            case 4:
                Assert.Equal(node.Values.Remove(word), key.DeleteValue(word));
                break;
            case 5 when node.Parent is { } parent && (!parent.Keys.TryGetValue(word, out var other) || other == node):
                key.Rename(word);
                parent.Keys.Remove(node.Name);
                node.Name = word;
                parent.Keys.Add(word, node);
                break;
            default:
                var type = random.Next(3) == 0 ? random.Next() : random.Next(12);
                var data = Any.Bytes(Length(random), random.Next());
                key.SetValue(word, (RegistryValueType)type, data);
                var name = node.Values.TryGetValue(word, out var old) ? old.Name : word;
                node.Values[word] = (name, type, data);
                break;
        }
    }

    private static (RegistryKey Key, Node Node) Pick(RegistryKey key, Node node, Random random)
    {
        while (node.Keys.Count > 0 && random.Next(3) > 0)
        {
            var next = node.Keys.Values.ElementAt(random.Next(node.Keys.Count));
            next.Parent = node;
            (key, node) = (key.Find(next.Name)!, next);
            Assert.NotNull(key);
        }

        return (key, node);
    }

    private static string Word(Random random)
    {
        var word = _words[random.Next(_words.Length)];
        return (random.Next(3) == 0 ? word : $"{word}{random.Next(30)}").ToUpperInvariant() is var upper
            && random.Next(2) == 0 ? upper : word;
    }

    private static int Length(Random random) => random.Next(8) switch
    {
        0 => random.Next(5),
        1 => random.Next(16340, 16350),
        2 => random.Next(40_000),
        _ => random.Next(300),
    };

    private static string[] Lines(Node model)
        => [.. Below(model, "").Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Below(Node node, string path)
        => node.Keys.Values.SelectMany(child => Below(child, $@"{path}\{child.Name}"))
            .Concat(node.Values.Values.Select(
                value => HiveContent.ValueLine(path, value.Name, (uint)value.Type, value.Data)))
            .Prepend(HiveContent.KeyLine(path));

    private sealed class Node(string name)
    {
        public string Name { get; set; } = name;

        public Node? Parent { get; set; }

        public SortedDictionary<string, Node> Keys { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, (string Name, int Type, byte[] Data)> Values { get; } =
            new(StringComparer.OrdinalIgnoreCase);
    }
}
