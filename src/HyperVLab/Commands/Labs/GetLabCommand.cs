using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Gets the labs of this process.</summary>
/// <remarks>
/// Shows each lab's virtual time, how many jobs have not ended, the seed, where the files of its disks are, and what of
/// the lab is there when this process has ended. What it writes is alive: its properties are true when they are read.
/// </remarks>
/// <example>
/// <code>Get-Lab</code>
/// Lists the labs; the current one is marked.
/// </example>
[Cmdlet(VerbsCommon.Get, "Lab")]
[OutputType(typeof(LabInfo))]
public sealed class GetLabCommand : GuardedCmdlet
{
    /// <summary>The names of labs. Wildcards are permitted. Without it, all labs.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(LabNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (LabRegistry.All.Count == 0)
        {
            WriteWarning(ModuleErrors.NoLab.Format([]));
        }

        foreach (string name in Name ?? ["*"])
        {
            Guard(() => WriteObject(LabNames.Find(name), enumerateCollection: true));
        }
    }
}
