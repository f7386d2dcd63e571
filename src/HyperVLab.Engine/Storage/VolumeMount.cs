using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Where a computer shows a volume: a drive letter, or a folder such as <c>C:\ClusterStorage\Volume1</c>.
/// </summary>
public sealed class VolumeMount : IEntity<VolumeMount>
{
    internal VolumeMount(Key<VolumeMount> key, Key<PhysicalComputer> computer, Key<Volume> volume, string path)
    {
        Key = key;
        Computer = computer;
        Volume = volume;
        Path = path;
    }

    /// <inheritdoc/>
    public Key<VolumeMount> Key { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The volume.</summary>
    public Key<Volume> Volume { get; private set; }

    /// <summary>The letter with its colon, or the folder without a backslash at its end.</summary>
    public string Path { get; private set; }

    /// <summary>The drive letter; null where it is a folder.</summary>
    public char? DriveLetter => Path.Length == 2 ? Path[0] : null;

    /// <summary>Shows the volume elsewhere.</summary>
    internal void MoveTo(string path, RowsBy<PhysicalComputer, VolumeMount> index)
    {
        Path = path;
        index.Renew(this);
    }
}
