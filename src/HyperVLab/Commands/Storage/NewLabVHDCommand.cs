using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Makes virtual hard disks in a volume of a lab's host, or in this computer's own file system.</summary>
/// <example>
/// <code>New-LabVHD C:\ClusterStorage\Volume1\web01\web01.vhd -SizeBytes 40GB -ComputerName HVR2NODO2</code>
/// Makes a dynamic disk on a cluster shared volume. It is a real file, whose place is in the property LocalPath.
/// </example>
/// <example>
/// <code>New-LabVHD ./base.vhd 20GB; New-LabVHD ./child.vhd -ParentPath ./base.vhd</code>
/// Makes a disk and a differencing disk of it in the present folder of this computer.
/// </example>
[Cmdlet(VerbsCommon.New, "LabVHD", DefaultParameterSetName = "DynamicWithoutSource", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualHardDisk))]
public sealed class NewLabVHDCommand : LabChangeCmdlet
{
    /// <summary>
    /// The paths, ending with .vhd: full paths of the host where -ComputerName is given or a host was entered with
    /// Enter-LabHost, else paths of this computer.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = null!;

    /// <summary>The parent of a differencing disk, by its path.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Differencing")]
    [ValidateNotNullOrEmpty]
    public string? ParentPath { get; set; }

    /// <summary>
    /// The size that a guest sees, in bytes: 3 MB to 2040 GB. A differencing disk takes its parent's unless given.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "FixedWithoutSource")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "DynamicWithoutSource")]
    [Parameter(Position = 2, ParameterSetName = "Differencing")]
    public ulong SizeBytes { get; set; }

    /// <summary>Makes disks whose files grow with what is written, as they do unless said otherwise.</summary>
    [Parameter(ParameterSetName = "DynamicWithoutSource")]
    public SwitchParameter Dynamic { get; set; }

    /// <summary>Makes disks whose files have all their bytes from the beginning.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FixedWithoutSource")]
    public SwitchParameter Fixed { get; set; }

    /// <summary>Makes disks that keep what differs from a parent, as they do where one is named.</summary>
    [Parameter(ParameterSetName = "Differencing")]
    public SwitchParameter Differencing { get; set; }

    /// <summary>The size of a block in bytes, a power of two from 512 KB to 256 MB; 2 MB unless given.</summary>
    [Parameter]
    public uint BlockSizeBytes { get; set; }

    /// <summary>
    /// The hosts' names. Without it, the host that was entered with Enter-LabHost, or this computer's own file system.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (string? host in VhdTargets.Hosts(this, ComputerName))
        {
            foreach (string path in Path)
            {
                Guard(() => Make(host, path), path);
            }
        }
    }

    private void Make(string? host, string path)
    {
        if (host is null)
        {
            MakeHere(path);
            return;
        }

        PhysicalComputerView computer = ComputerNames.HostView(Handle, host);
        var request = new NewVHD
        {
            Computer = new(computer.Key),
            Path = path,
            SizeBytes = Size,
            Fixed = Fixed,
            Dynamic = Dynamic,
            Differencing = Differencing,
            ParentPath = ParentPath,
            BlockSizeBytes = BlockSize,
        };
        Change(Handle, request, path, out bool done);
        if (done)
        {
            WriteObject(VhdTargets.Read(Handle, computer.Name, path));
        }
    }

    private void MakeHere(string path)
    {
        string full = LocalPath.Of(this, path);
        if (ShouldProcess(full))
        {
            var disk = new VhdSpecification
            {
                Path = full,
                VhdType = Fixed ? VhdType.Fixed : ParentPath is null ? VhdType.Dynamic : VhdType.Differencing,
                SizeBytes = Size,
                BlockSizeBytes = BlockSize,
                ParentPath = ParentPath is null ? null : LocalPath.Of(this, ParentPath),
            };
            LocalVirtualDisks.Create(disk, Guid.NewGuid(), DateTimeOffset.UtcNow);
            WriteObject(VhdTargets.ReadHere(full));
        }
    }

    // A size beyond a long is refused as any other that is too large.
    private long? Size => MyInvocation.BoundParameters.ContainsKey(nameof(SizeBytes))
        ? (long)Math.Min(SizeBytes, long.MaxValue)
        : null;

    private long? BlockSize => MyInvocation.BoundParameters.ContainsKey(nameof(BlockSizeBytes)) ? BlockSizeBytes : null;
}
