using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Commands.Storage;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Queries;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// Reads back what workloads wrote, and says whether all that the guests were told is durable is there.
/// </summary>
/// <remarks>
/// It reads the bytes of the virtual hard disk and its parents, whether its machine runs or not: every acknowledged
/// transfer must be there, in order, with its checksum, and the balances must follow from one another and add up to
/// what there was; of a fill, every megabyte that was flushed. A record that is torn at the end is no loss: nobody was
/// told that it is there. With -Path it reads a virtual hard disk of this computer of which nothing else is known, such
/// as one of a lab whose process was killed, and says how many operations it has. This cmdlet has no counterpart in the
/// real modules.
/// </remarks>
/// <example>
/// <code>Test-LabWorkload db01</code>
/// Holds the disk of db01 against what its guest was told.
/// </example>
/// <example>
/// <code>Get-LabVM | Test-LabWorkload | Where-Object Lost</code>
/// Lists the machines that have lost something.
/// </example>
/// <example>
/// <code>Test-LabWorkload -Path ./db01.vhd</code>
/// Says how many transfers are in a file.
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "LabWorkload", DefaultParameterSetName = "VMName")]
[OutputType(typeof(WorkloadTest))]
public sealed class TestLabWorkloadCommand : LabCmdlet
{
    /// <summary>The virtual machines' names. Wildcards are permitted. Without it, all that have a workload.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? VMName { get; set; }

    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>Virtual hard disks of this computer. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Virtual hard disks of this computer, by paths in which no character is a wildcard.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case "Path":
                Each(Path.SelectMany(path => VhdTargets.Expand(this, path)), Read);
                break;
            case "LiteralPath":
                Each(LiteralPath.Select(path => LocalPath.Of(this, path)), Read);
                break;
            case "VMObject":
                Each(VM, Prove);
                break;
            default:
                Each(VMName is null ? Working() : Named<VirtualMachineView, VirtualMachine>(VMName), Prove);
                break;
        }
    }

    private void Each<T>(IEnumerable<T> things, Action<T> test)
    {
        foreach (T thing in things)
        {
            Guard(() => test(thing), thing);
        }
    }

    private void Read(string path) =>
        WriteObject(new WorkloadTest(LocalWorkloads.Prove(path, Environment.MachineName)));

    private void Prove(VirtualMachine vm) =>
        WriteObject(new WorkloadTest(vm.Handle.Lab.Ask(new WorkloadProofQuery(vm.Key))));

    private IEnumerable<VirtualMachine> Working() =>
        from work in Handle.Lab.Views<WorkloadView>()
        select LabObjects.Of<VirtualMachine>(Handle, Handle.Lab.View<VirtualMachineView>(work.VMKey)!);
}
