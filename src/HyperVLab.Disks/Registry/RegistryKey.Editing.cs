using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

// What changes a key. Every change stamps the key with the time that the hive says.
public sealed partial class RegistryKey
{
    /// <summary>Finds keys below this one, or makes those that are missing.</summary>
    /// <param name="path">The names down to the key, with backslashes; case is ignored.</param>
    /// <returns>The last key of the path.</returns>
    /// <exception cref="ArgumentException">The path is empty, a name is too long, or the key would lie too
    /// deep.</exception>
    /// <exception cref="InvalidOperationException">The hive cannot be changed or is full.</exception>
    public RegistryKey CreateSubkey(string path)
    {
        var names = Names(path);
        if (names.Length == 0 || names.Length > MaximumDepth - _depth || !names.All(IsKeyName))
        {
            throw new ArgumentException(
                $"\"{path}\" is not a path of names up to {RegistryNames.MaximumKeyCharacters} characters, "
                + $"at most {MaximumDepth} deep.",
                nameof(path));
        }

        _hive.BeginChange();
        return names.Aggregate(this, (key, name) => key.FindSubkey(name) ?? key.AddSubkey(name));
    }

    /// <summary>Deletes a subkey and everything below it.</summary>
    /// <param name="name">Its name; case is ignored.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">The hive cannot be changed.</exception>
    public bool DeleteSubkey(string name)
    {
        _hive.BeginChange();
        var index = SubkeyIndex.Read(_hive.Cells, Node);
        var offset = index.Find(name);
        if (offset == HiveCells.Nowhere)
        {
            return false;
        }

        index.Remove(offset);
        KeyRemoval.Run(_hive, offset);
        Touch();
        return true;
    }

    /// <summary>Sets a value, new or not. One that is there keeps its name and place.</summary>
    /// <param name="name">Its name; empty for the default value.</param>
    /// <param name="type">What the data is meant to be; any number is taken.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="ArgumentException">The name or the data is too long.</exception>
    /// <exception cref="InvalidOperationException">The hive cannot be changed or is full, or the key holds a
    /// handle and no values.</exception>
    public void SetValue(string name, RegistryValueType type, ReadOnlySpan<byte> data)
    {
        if (name.Length > RegistryNames.MaximumValueCharacters || data.Length > ValueData.MaximumBytes)
        {
            throw new ArgumentException(
                $"A value's name has at most {RegistryNames.MaximumValueCharacters} characters, its data "
                + $"{ValueData.MaximumBytes} bytes; not {name.Length} and {data.Length}.");
        }

        if (Node.Flags.HasFlag(KeyFlags.PredefinedHandle))
        {
            throw new InvalidOperationException($"{this} holds a handle and no values.");
        }

        _hive.BeginChange();
        var value = FindValue(name)?.Node ?? AddValue(name);
        var old = value.Data;
        value.Data = ValueData.Store(_hive.Cells, _hive.MinorVersion, data);
        value.Type = type;
        Free(old);
        var node = Node;
        node.LongestValueName = Math.Max(node.LongestValueName, name.Length * 2);
        node.LargestValue = Math.Max(node.LargestValue, data.Length);
        Touch();
    }

    /// <summary>Sets a value to a text with its ending zero character.</summary>
    /// <param name="name">The value's name; empty for the default value.</param>
    /// <param name="text">The text.</param>
    public void SetText(string name, string text)
        => SetValue(name, RegistryValueType.Text, RegistryNames.ToUtf16(text + '\0'));

    /// <summary>Sets a value to a number of 32 bits.</summary>
    /// <param name="name">The value's name; empty for the default value.</param>
    /// <param name="number">The number.</param>
    public void SetNumber(string name, uint number)
    {
        Span<byte> data = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(data, number);
        SetValue(name, RegistryValueType.Number32, data);
    }

    /// <summary>Deletes a value.</summary>
    /// <param name="name">Its name; case is ignored. Empty means the default value.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">The hive cannot be changed.</exception>
    public bool DeleteValue(string name)
    {
        _hive.BeginChange();
        if (FindValue(name)?.Node is not { } value)
        {
            return false;
        }

        var values = ValueList.Read(_hive.Cells, Node);
        values.Remove(value.Offset);
        ValueList.Write(_hive.Cells, Node, values);
        Free(value.Data);
        _hive.Retire(value.Offset);
        Touch();
        return true;
    }

    /// <summary>Gives the key another name. This object stands for it as before.</summary>
    /// <param name="name">The new name; it may differ from the old one in case alone.</param>
    /// <exception cref="ArgumentException">It is empty, too long, holds a backslash or is a neighbour's.</exception>
    /// <exception cref="InvalidOperationException">This is the root, or the hive cannot be changed or is
    /// full.</exception>
    public void Rename(string name)
    {
        if (Parent is null)
        {
            throw new InvalidOperationException("The root of a hive has no name to change.");
        }

        var taken = Parent.FindSubkey(name);
        if (!IsKeyName(name) || name.Contains('\\', StringComparison.Ordinal)
            || (taken is not null && taken.Offset != Offset))
        {
            throw new ArgumentException($"\"{name}\" is no name for a key, or another key has it.", nameof(name));
        }

        _hive.BeginChange();
        var node = Node.Rename(name);
        SubkeyIndex.Read(_hive.Cells, Parent.Node).Remove(Offset);
        _hive.Retire(Offset);
        _stamp = _hive.Stamp(node.Offset);
        Parent.Link(node, name);
        foreach (var child in SubkeyIndex.Read(_hive.Cells, node).Keys)
        {
            var below = KeyNode.At(_hive.Cells, child);
            below.Parent = node.Offset;
        }

        Touch();
        Parent.Touch();
    }

    /// <summary>Sets who may do what with the key. Keys with the same descriptor share it.</summary>
    /// <param name="descriptor">A self-relative security descriptor; it is taken as it is.</param>
    /// <exception cref="ArgumentException">It is empty or longer than 64 KiB.</exception>
    /// <exception cref="InvalidOperationException">The hive cannot be changed or is full.</exception>
    public void SetSecurityDescriptor(ReadOnlySpan<byte> descriptor)
    {
        if (descriptor.Length is 0 or > ushort.MaxValue)
        {
            throw new ArgumentException($"A security descriptor does not have {descriptor.Length} bytes.");
        }

        _hive.BeginChange();
        var node = Node;
        var old = node.Security;
        node.Security = SecurityCells.Share(_hive.Cells, descriptor, old);
        if (old != HiveCells.Nowhere)
        {
            SecurityCells.Release(_hive.Cells, old);
        }

        Touch();
    }

    private static bool IsKeyName(string name) => name.Length is > 0 and <= RegistryNames.MaximumKeyCharacters;

    private RegistryKey AddSubkey(string name)
    {
        var security = Node.Security;
        var node = KeyNode.Create(_hive.Cells, name, 0, Offset, security);
        if (security != HiveCells.Nowhere)
        {
            SecurityCells.AddReference(_hive.Cells, security);
        }

        Link(node, name);
        Touch();
        var key = new RegistryKey(_hive, this, node.Offset);
        key.Touch();
        return key;
    }

    private void Link(KeyNode child, string name)
    {
        var kind = _hive.MinorVersion >= 5 ? SubkeyLeaf.HashKind : SubkeyLeaf.HintKind;
        SubkeyIndex.Read(_hive.Cells, Node).Insert(child.Offset, kind);
        var node = Node;
        node.LongestSubkeyName = Math.Max(node.LongestSubkeyName, name.Length * 2);
    }

    private ValueNode AddValue(string name)
    {
        var value = ValueNode.Create(_hive.Cells, name);
        var values = ValueList.Read(_hive.Cells, Node);
        values.Add(value.Offset);
        ValueList.Write(_hive.Cells, Node, values);
        return value;
    }

    private void Free(ValueData data)
    {
        foreach (var cell in data.Cells(_hive.Cells, _hive.MinorVersion))
        {
            _hive.Cells.Free(cell);
        }
    }

    private void Touch()
    {
        var node = Node;
        node.LastWritten = RegistryTime.FromMoment(_hive.EditTime);
    }
}
