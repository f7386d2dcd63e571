namespace HyperVLab.Disks.Registry;

// Where an identifier stands in a hive, and another in its place.
public sealed partial record MachineSid
{
    /// <summary>
    /// Puts another identifier in the place of this one everywhere in a hive where it stands in binary form with its
    /// header, or in the name of a key: values of SAM and SECURITY, keys of group members, accounts and profiles, the
    /// security descriptors of keys. Texts in values are left.
    /// <para>
    /// Microsoft supports this for no computer: only Sysprep gives an installed Windows another identifier, and
    /// NewSID, which did what this does, is retired (learn.microsoft.com/sysinternals/downloads/newsid). All hives of
    /// the computer have to be changed alike; what names the identifier outside of them (the security of files,
    /// folders of data protection keys) stays, and what was encrypted for its accounts may be lost.
    /// </para>
    /// </summary>
    /// <param name="hive">Any hive of the computer.</param>
    /// <param name="other">The identifier to put there.</param>
    /// <returns>How much was changed.</returns>
    /// <exception cref="DiskFormatException">The hive is broken.</exception>
    /// <exception cref="InvalidOperationException">The hive cannot be changed, or a key with the new name is beside
    /// one with the old name; then nothing is changed.</exception>
    public MachineSidChange Change(RegistryHive hive, MachineSid other)
    {
        if (other == this)
        {
            return new MachineSidChange(0, 0, 0);
        }

        hive.BeginChange();
        var keys = All(hive.Root).ToList();
        var renamed = keys.Where(key => key.Parent is not null && IsNamed(key.Name)).ToList();
        if (renamed.Find(key => key.Parent!.Find(NameFor(key, other)) is not null) is { } taken)
        {
            throw new InvalidOperationException($"Beside {taken} there is a key {NameFor(taken, other)}.");
        }

        var values = keys.Sum(key => ChangeValues(key, other));
        var descriptors = keys.Select(key => key.SecurityOffset).Distinct().Count(
            offset => offset != HiveCells.Nowhere && Replace(SecurityCells.Descriptor(hive.Cells, offset), other));
        renamed.ForEach(key => key.Rename(NameFor(key, other)));
        return new MachineSidChange(values, renamed.Count, descriptors);
    }

    private static IEnumerable<RegistryKey> All(RegistryKey key)
        => key.Subkeys.SelectMany(All).Prepend(key);

    private bool IsNamed(string name)
    {
        var text = ToString();
        return name.StartsWith(text, StringComparison.OrdinalIgnoreCase)
            && (name.Length == text.Length || !char.IsAsciiDigit(name[text.Length]));
    }

    private string NameFor(RegistryKey key, MachineSid other) => other + key.Name[ToString().Length..];

    private int ChangeValues(RegistryKey key, MachineSid other)
    {
        var changed = 0;
        foreach (var value in key.Values)
        {
            var data = value.ReadData();
            if (Replace(data, other))
            {
                key.SetValue(value.Name, value.Type, data);
                changed++;
            }
        }

        return changed;
    }

    private bool Replace(Span<byte> data, MachineSid other)
    {
        var (old, numbers) = (ToNumbers(), other.ToNumbers());
        var found = false;
        for (int at; (at = data.IndexOf(old)) >= 0; data = data[(at + NumbersBytes)..])
        {
            if (at >= HeaderBytes && data[at - HeaderBytes] == 1 && data[at - HeaderBytes + 1] is >= 4 and <= 15
                && data[..at].EndsWith(Authority))
            {
                numbers.CopyTo(data[at..]);
                found = true;
            }
        }

        return found;
    }
}
