namespace HyperVLab.Disks.Registry;

/// <summary>
/// A registry hive (versions 1.3 to 1.6, those of Windows NT 4 and later), held in memory, read and changed without
/// Windows. The file that it came from is never touched: <see cref="ToBytes"/> gives what to put in its place.
/// The format is described at https://github.com/msuhanov/regf.
/// </summary>
public sealed class RegistryHive
{
    /// <summary>The longest hive that is read or made, in bytes.</summary>
    public const int MaximumLengthBytes = 512 * 1024 * 1024;

    private const int MaximumBinsBytes = MaximumLengthBytes - HiveBaseBlock.LengthBytes;

    private readonly HiveBaseBlock _block;
    private readonly Dictionary<int, long> _retired = [];
    private long _moment;
    private bool _isSound;

    private RegistryHive(HiveBaseBlock block, HiveCells cells, int appliedLogEntries)
    {
        (_block, Cells, AppliedLogEntries) = (block, cells, appliedLogEntries);
        IsDirty = !block.IsClean;
        EditTime = LastWritten;
        Root = null!;
        Root = new RegistryKey(this, parent: null, block.RootOffset);
    }

    /// <summary>The key that all others are below.</summary>
    public RegistryKey Root { get; }

    /// <summary>
    /// Whether a write of the hive was under way and nothing in the logs given completes it: what is read may be
    /// half old and half new.
    /// </summary>
    public bool IsDirty { get; private set; }

    /// <summary>How many entries of transaction logs were applied; a log of the old format counts as one.</summary>
    public int AppliedLogEntries { get; }

    /// <summary>Whether anything has been changed since the hive was opened.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The minor version of the format, 3 to 6. Data above 16344 bytes is in segments from 4 on.</summary>
    public int MinorVersion => _block.MinorVersion;

    /// <summary>The end of the path that the hive had on its computer.</summary>
    public string FileName => _block.FileName;

    /// <summary>When the hive was last written; Windows 8.1 and later leave that as it is.</summary>
    public DateTimeOffset LastWritten => RegistryTime.ToMoment(_block.LastWritten);

    /// <summary>The time that changes are stamped with; at first that of the last write.</summary>
    public DateTimeOffset EditTime { get; set; }

    internal HiveCells Cells { get; }

    /// <summary>Opens a hive.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="logs">Its transaction logs, .LOG1 before .LOG2; they are applied if the hive is dirty.</param>
    /// <returns>The hive; the bytes are copied.</returns>
    /// <exception cref="DiskFormatException">It is not a hive, or its bins, cells or root are broken.</exception>
    public static RegistryHive Open(ReadOnlySpan<byte> bytes, IReadOnlyList<byte[]>? logs = null)
    {
        CheckLength(bytes.Length);
        var recovered = HiveRecovery.Run(bytes, logs ?? [], MaximumBinsBytes);
        recovered.Block.Check();
        var length = recovered.Block.BinsBytes;
        if (length == 0 || length % 4096 != 0 || length > recovered.Bins.Length)
        {
            throw new DiskFormatException(
                "registry base block", 40, $"bins of {length} bytes are not whole pages of {recovered.Bins.Length}");
        }

        var cells = new HiveCells(recovered.Bins, (int)length, MaximumBinsBytes);
        return new RegistryHive(recovered.Block, cells, recovered.AppliedEntries);
    }

    /// <summary>Opens a hive.</summary>
    /// <param name="stream">The file, read from where it stands to its end.</param>
    /// <param name="logs">Its transaction logs, .LOG1 before .LOG2; they are applied if the hive is dirty.</param>
    /// <returns>The hive; the stream is no longer needed.</returns>
    /// <exception cref="DiskFormatException">It is not a hive, or it is broken.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static RegistryHive Open(Stream stream, IReadOnlyList<Stream>? logs = null)
        => Open(HiveSource.Read(stream), logs?.Select(HiveSource.Read).ToArray());

    /// <summary>Opens a hive.</summary>
    /// <param name="file">The file.</param>
    /// <param name="logs">Its transaction logs, .LOG1 before .LOG2; they are applied if the hive is dirty.</param>
    /// <returns>The hive; the file is no longer needed.</returns>
    /// <exception cref="DiskFormatException">It is not a hive, or it is broken.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RegistryHive Open(IDiskFile file, IReadOnlyList<IDiskFile>? logs = null)
        => Open(HiveSource.Read(file), logs?.Select(HiveSource.Read).ToArray());

    /// <summary>Makes a hive of a root key alone, of version 1.5.</summary>
    /// <param name="rootName">The name of the root; Windows takes ROOT or a random one.</param>
    /// <param name="created">When it is made; it becomes <see cref="EditTime"/> too.</param>
    /// <param name="securityDescriptor">Who may do what with it, self-relative; null lets the system and
    /// administrators do everything.</param>
    /// <returns>The hive.</returns>
    /// <exception cref="ArgumentException">The name is empty or longer than 255 characters.</exception>
    public static RegistryHive CreateNew(
        string rootName, DateTimeOffset created, byte[]? securityDescriptor = null)
    {
        if (rootName.Length is 0 or > RegistryNames.MaximumKeyCharacters)
        {
            throw new ArgumentException($"\"{rootName}\" is no name for a key.", nameof(rootName));
        }

        var time = RegistryTime.FromMoment(created);
        var block = HiveBaseBlock.Create(minorVersion: 5, rootName, time);
        var cells = new HiveCells([], 0, MaximumBinsBytes);
        var security = SecurityCells.Create(
            cells, securityDescriptor ?? DefaultSecurity.Descriptor, HiveCells.Nowhere);
        var root = KeyNode.Create(cells, rootName, KeyFlags.Root | KeyFlags.NoDelete, HiveCells.Nowhere, security);
        root.LastWritten = time;
        block.RootOffset = root.Offset;
        block.Seal();
        return new RegistryHive(block, cells, 0) { IsChanged = true };
    }

    /// <summary>Finds a key.</summary>
    /// <param name="path">The names from below the root, with backslashes; case is ignored. Empty means the
    /// root.</param>
    /// <returns>The key, or null if there is none.</returns>
    public RegistryKey? Find(string path) => Root.Find(path);

    /// <summary>
    /// Walks the whole hive and makes sure that it is sound: the keys are a tree, every structure is whole, and no two
    /// share a cell. Changing a hive does so by itself.
    /// </summary>
    /// <exception cref="DiskFormatException">It is not; the first flaw is named.</exception>
    public void Check() => HiveWalk.Run(Cells, MinorVersion, Root.Offset);

    /// <summary>Takes a dirty hive as it is, so that it can be changed and will be clean when it is saved.</summary>
    public void AcceptDirty() => (IsChanged, IsDirty) = (IsChanged || IsDirty, false);

    /// <summary>
    /// Makes the file. If the hive was changed, the sequence numbers are one higher, the time of the last write is
    /// <see cref="EditTime"/>, and what followed the bins is left out. To be safe from a crash write it
    /// beside the old file and then replace that one.
    /// </summary>
    /// <returns>The whole file.</returns>
    public byte[] ToBytes()
    {
        var bytes = new byte[HiveBaseBlock.LengthBytes + Cells.LengthBytes];
        Cells.Bytes.CopyTo(bytes.AsSpan(HiveBaseBlock.LengthBytes));
        _block.AsSpan().CopyTo(bytes);
        if (IsChanged)
        {
            var block = HiveBaseBlock.Read(bytes)!;
            block.LastWritten = RegistryTime.FromMoment(EditTime);
            block.BinsBytes = (uint)Cells.LengthBytes;
            block.SetSequence(Math.Max(block.PrimarySequence, block.SecondarySequence) + 1);
            block.Seal();
            block.AsSpan().CopyTo(bytes);
            HiveCells.StampFirstBin(bytes.AsSpan(HiveBaseBlock.LengthBytes), block.LastWritten);
        }

        return bytes;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Save(Stream stream) => stream.Write(ToBytes());

    internal HandleStamp Stamp(int offset) => new(offset, _moment);

    internal int OffsetOf(HandleStamp stamp)
        => _retired.TryGetValue(stamp.Offset, out var moment) && moment > stamp.Moment
            ? throw new InvalidOperationException("The key or value has been deleted or renamed; find it again.")
            : stamp.Offset;

    internal void Retire(int offset)
    {
        Cells.Free(offset);
        _retired[offset] = ++_moment;
    }

    internal void BeginChange()
    {
        if (IsDirty)
        {
            throw new InvalidOperationException(
                "The hive is dirty: open it with its transaction logs, or accept it as it is.");
        }

        if (!_isSound)
        {
            SecurityCells.Mend(Cells, HiveWalk.Run(Cells, MinorVersion, Root.Offset).Security);
            _isSound = true;
        }

        IsChanged = true;
    }

    internal static void CheckLength(long lengthBytes)
    {
        if (lengthBytes > MaximumLengthBytes)
        {
            throw new DiskFormatException(
                "registry hive", 0, $"its {lengthBytes} bytes are more than the {MaximumLengthBytes} of the largest");
        }
    }
}
