using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using HyperVLab.Commands.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Binding;

/// <summary>Completes paths of files inside the virtual hard disk that a command names. It only reads.</summary>
public sealed class VolumePathCompleter : IArgumentCompleter
{
    private static readonly string[] s_passedOn =
        ["Path", "LiteralPath", "ComputerName", "Lab", "Format", "PartitionNumber"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string typed = wordToComplete.Trim('\'', '"');
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(new CmdletInfo("Get-LabVHDFile", typeof(GetLabVHDFileCommand)))
            .AddParameter("FilePath", $"{WildcardPattern.Escape(typed)}*")
            .AddParameter("ErrorAction", ActionPreference.Ignore);
        foreach (string name in s_passedOn.Where(fakeBoundParameters.Contains))
        {
            shell.AddParameter(name, fakeBoundParameters[name]);
        }

        return
        [
            .. shell.Invoke<VirtualHardDiskFile>().Select(static file => new CompletionResult(
                LabCompleter.Quote(file.FilePath),
                file.Name,
                file.PSIsContainer ? CompletionResultType.ProviderContainer : CompletionResultType.ProviderItem,
                file.FilePath)),
        ];
    }
}
