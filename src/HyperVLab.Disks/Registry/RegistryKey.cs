namespace HyperVLab.Disks.Registry;

/// <summary>
/// A key of a hive. It is good until the key is deleted, or renamed through another object; using it afterwards is an
/// <see cref="InvalidOperationException"/>. Reading a broken part of the hive is a <see cref="DiskFormatException"/>
/// from any member.
/// </summary>
public sealed partial class RegistryKey
{
    /// <summary>How deep keys may lie below the root (Microsoft, "Registry element size limits").</summary>
    public const int MaximumDepth = 512;

    private readonly RegistryHive _hive;
    private readonly int _depth;
    private HandleStamp _stamp;

    internal RegistryKey(RegistryHive hive, RegistryKey? parent, int offset)
    {
        (_hive, Parent, _stamp) = (hive, parent, hive.Stamp(offset));
        _depth = parent is null ? 0 : parent._depth + 1;
        CheckDepth(offset, _depth);
        var node = Node;
        if (parent is not null && (node.Parent != parent.Offset || offset == hive.Root.Offset))
        {
            throw NotAChild(offset, parent.Offset);
        }
    }

    /// <summary>The key above; null for the root.</summary>
    public RegistryKey? Parent { get; }

    /// <summary>The name; that of the root has no meaning.</summary>
    public string Name => Node.Name;

    /// <summary>The names from below the root to this key, with backslashes; empty for the root.</summary>
    public string Path => Parent is null ? "" : Parent.Parent is null ? Name : $@"{Parent.Path}\{Name}";

    /// <summary>The class name; empty for most keys.</summary>
    public string ClassName => Node is { ClassNameBytes: > 0 and var count } node
        ? RegistryNames.Decode(_hive.Cells.At(node.ClassName, "registry class name", count)[..count], false)
        : "";

    /// <summary>When the key was last written.</summary>
    public DateTimeOffset LastWritten => RegistryTime.ToMoment(Node.LastWritten);

    /// <summary>Whether the key stands for another one, which its value SymbolicLinkValue names. Links are not
    /// followed.</summary>
    public bool IsSymbolicLink => Node.Flags.HasFlag(KeyFlags.SymbolicLink);

    /// <summary>The subkeys, in the order of their names.</summary>
    public IReadOnlyList<RegistryKey> Subkeys
        => [.. SubkeyIndex.Read(_hive.Cells, Node).Keys.Select(offset => new RegistryKey(_hive, this, offset))];

    /// <summary>The values, in the order that the hive keeps them in.</summary>
    public IReadOnlyList<RegistryValue> Values
        => [.. ValueList.Read(_hive.Cells, Node).Select(offset => new RegistryValue(_hive, offset))];

    internal int Offset => _hive.OffsetOf(_stamp);

    internal int SecurityOffset => Node.Security;

    private KeyNode Node => KeyNode.At(_hive.Cells, Offset);

    /// <summary>Finds a key below this one.</summary>
    /// <param name="path">The names down to it, with backslashes; case is ignored. Empty means this key.</param>
    /// <returns>The key, or null if there is none.</returns>
    public RegistryKey? Find(string path)
    {
        var key = this;
        foreach (var name in Names(path))
        {
            key = key?.FindSubkey(name);
        }

        return key;
    }

    /// <summary>Finds a value of this key.</summary>
    /// <param name="name">Its name; case is ignored. Empty means the default value.</param>
    /// <returns>The value, or null if there is none.</returns>
    public RegistryValue? FindValue(string name)
        => Values.FirstOrDefault(value => RegistryNames.AreEqual(value.Name, name));

    /// <summary>Reads who may do what with the key.</summary>
    /// <returns>A self-relative security descriptor; null if the key has none.</returns>
    public byte[]? ReadSecurityDescriptor() => Node.Security == HiveCells.Nowhere
        ? null
        : SecurityCells.Descriptor(_hive.Cells, Node.Security).ToArray();

    /// <summary>The path of the key; the name of the root.</summary>
    public override string ToString() => Parent is null ? Name : Path;

    internal static DiskFormatException NotAChild(int offset, int parent) => new(
        "registry key node", HiveCells.FileOffset(offset), $"it does not name the key at {parent} as its parent");

    internal static void CheckDepth(int offset, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new DiskFormatException(
                "registry key node", HiveCells.FileOffset(offset), $"it lies deeper than {MaximumDepth} keys");
        }
    }

    private static string[] Names(string path) => path.Split('\\', StringSplitOptions.RemoveEmptyEntries);

    private RegistryKey? FindSubkey(string name)
        => SubkeyIndex.Read(_hive.Cells, Node).Find(name) is not HiveCells.Nowhere and var offset
            ? new RegistryKey(_hive, this, offset)
            : null;
}
