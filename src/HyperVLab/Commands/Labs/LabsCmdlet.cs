using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Does something with labs of this process.</summary>
public abstract class LabsCmdlet : GuardedCmdlet
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
            Process(InputObject);
        }
        else if (Name is null)
        {
            Process([LabSession.Current.Lab.Info]);
        }
        else
        {
            foreach (string name in Name)
            {
                Guard(() => Process(LabNames.Find(name)));
            }
        }
    }

    /// <summary>What is done with one lab.</summary>
    private protected abstract void Process(LabHandle lab);

    private void Process(IEnumerable<LabInfo> labs)
    {
        foreach (LabInfo lab in labs)
        {
            if (ShouldProcess(lab.Name))
            {
                Process(lab.Handle);
            }
        }
    }
}
