using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Removes a lab from this process.</summary>
/// <remarks>
/// The lab's files in a folder of its own making are deleted. What was exported stays.
/// </remarks>
/// <example>
/// <code>Get-Lab test* | Remove-Lab</code>
/// Removes every lab whose name begins with "test".
/// </example>
[Cmdlet(VerbsCommon.Remove, "Lab", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabCommand : GuardedCmdlet
{
    /// <summary>The names of labs. Wildcards are permitted. Without it, the current lab.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [ArgumentCompleter(typeof(LabNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The labs, as Get-Lab writes them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public LabInfo[] InputObject { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "InputObject")
        {
            Remove(InputObject);
        }
        else if (Name is null)
        {
            Remove([LabSession.Current.Lab.Info]);
        }
        else
        {
            foreach (string name in Name)
            {
                Guard(() => Remove(LabNames.Find(name)));
            }
        }
    }

    private void Remove(IEnumerable<LabInfo> labs)
    {
        foreach (LabInfo lab in labs)
        {
            if (ShouldProcess(lab.Name))
            {
                LabRegistry.Remove(lab.Handle);
            }
        }
    }
}
