using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Tracing;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Objects;
using HyperVLab.Pictures;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// Follows one frame or one disk request of a virtual machine hop by hop: guest, VSC, VMBus, VSP, virtual switch or
/// file system, drivers, device, physical switch, other host.
/// </summary>
/// <remarks>
/// With -To it follows a frame, otherwise a read or write of a hard disk drive. It goes by the rules by which the lab's
/// frames and disk requests go at this moment, and changes nothing: no switch learns of it, nothing is counted, no time
/// passes. A way that ends early ends at the hop that stops it, which says why. Hops have the times that
/// Measure-LabNetwork and the routes of volumes reckon with; what a quiet network takes beside them, the receiver's
/// processor takes until it looks. What is written shows itself as a drawing; its property Hops has the hops as
/// objects. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Trace-LabIO web01 -To web02</code>
/// Draws the way of a full frame from web01 to web02.
/// </example>
/// <example>
/// <code>(Trace-LabIO web01 -Write -Size 4KB).Hops</code>
/// Lists the hops of a write of 4 KB to the disk from which web01 boots.
/// </example>
/// <example>
/// <code>Get-LabVM web* | Trace-LabIO -To 192.168.10.10 -SvgPath ways.svg</code>
/// Draws the ways of several machines' frames into one file.
/// </example>
[Cmdlet(VerbsDiagnostic.Trace, "LabIO", DefaultParameterSetName = "Read")]
[OutputType(typeof(IOTrace))]
public sealed class TraceLabIOCommand : LabCmdlet
{
    private readonly List<IOTraceView> _traces = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>For whom a frame is: a virtual machine or computer by name, an IP address or a MAC address.</summary>
    [Parameter(ParameterSetName = "Frame", Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string To { get; set; } = string.Empty;

    /// <summary>How many bytes the frame has. Without it, a full one of 1514.</summary>
    [Parameter(ParameterSetName = "Frame")]
    [ValidateNotNull]
    public int? Frame { get; set; }

    /// <summary>What the frame carries, for guards of ports look at that. Without it, data.</summary>
    [Parameter(ParameterSetName = "Frame")]
    public FrameKind FrameKind { get; set; }

    /// <summary>Whose the frame says that it is. Without it, the adapter's own.</summary>
    [Parameter(ParameterSetName = "Frame")]
    [ValidateNotNullOrEmpty]
    public string? SourceMacAddress { get; set; }

    /// <summary>The network adapter by name. Without it, the one by which the guest talks.</summary>
    [Parameter(ParameterSetName = "Frame")]
    [ValidateNotNullOrEmpty]
    public string? VMNetworkAdapterName { get; set; }

    /// <summary>Follows a read, as is done without it.</summary>
    [Parameter(ParameterSetName = "Read")]
    public SwitchParameter Read { get; set; }

    /// <summary>Follows a write.</summary>
    [Parameter(ParameterSetName = "Write", Mandatory = true)]
    public SwitchParameter Write { get; set; }

    /// <summary>The kind of controller on which the drive is. Without any place, the first drive is meant.</summary>
    [Parameter(ParameterSetName = "Read")]
    [Parameter(ParameterSetName = "Write")]
    [ValidateNotNull]
    public ControllerType? ControllerType { get; set; }

    /// <summary>The controller on which the drive is.</summary>
    [Parameter(ParameterSetName = "Read")]
    [Parameter(ParameterSetName = "Write")]
    [ValidateNotNull]
    public int? ControllerNumber { get; set; }

    /// <summary>The location at which the drive is.</summary>
    [Parameter(ParameterSetName = "Read")]
    [Parameter(ParameterSetName = "Write")]
    [ValidateNotNull]
    public int? ControllerLocation { get; set; }

    /// <summary>The drive's virtual hard disk, or what its physical disk is called. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "Read")]
    [Parameter(ParameterSetName = "Write")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>How many bytes are read or written. Without it, 64 KB.</summary>
    [Parameter(ParameterSetName = "Read")]
    [Parameter(ParameterSetName = "Write")]
    [ValidateNotNull]
    public long? Size { get; set; }

    /// <summary>The SVG file to draw all ways into that are followed, which is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SvgPath { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (VirtualMachine vm in Named<VirtualMachineView, VirtualMachine>(VMName))
        {
            Guard(() => Follow(vm));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Guard(Draw);

    private void Follow(VirtualMachine vm)
    {
        IOTraceView trace = ParameterSetName == "Frame"
            ? vm.Handle.Lab.Ask(FrameOf(vm))
            : vm.Handle.Lab.Ask(RequestOf(vm));
        _traces.Add(trace);
        WriteObject(new IOTrace(trace));
    }

    private FrameTraceQuery FrameOf(VirtualMachine vm)
    {
        var query = new FrameTraceQuery
        {
            VM = vm.Key,
            AdapterName = VMNetworkAdapterName,
            To = To,
            FrameKind = FrameKind,
            SourceMacAddress = SourceMacAddress,
        };
        return Frame is { } bytes ? query with { Bytes = bytes } : query;
    }

    private DiskTraceQuery RequestOf(VirtualMachine vm)
    {
        HardDiskDrive[] drives = VMDeviceTargets.KnownAt<HardDiskDrive, VMHardDiskDriveView>(
            vm.HardDrives, ControllerType, ControllerNumber, ControllerLocation);
        WildcardPattern? path = Path is null ? null : new WildcardPattern(Path, WildcardOptions.IgnoreCase);
        HardDiskDrive drive = drives.FirstOrDefault(one => path is null || path.IsMatch(one.Path))
            ?? throw Engine.Lab.NotFound<VMHardDiskDriveView>(Path!);
        var query = new DiskTraceQuery { Drive = drive.Key, IsWrite = Write };
        return Size is { } bytes ? query with { Bytes = bytes } : query;
    }

    private void Draw()
    {
        if (SvgPath is not null && _traces.Count > 0)
        {
            string path = LocalPath.Of(this, SvgPath);
            string drawing = SvgWay.Draw([.. _traces.Select(WayPicture.Of)]);
            LocalPath.Write(path, () => File.WriteAllText(path, drawing));
        }
    }
}
