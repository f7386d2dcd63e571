using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace HyperVLab.Pester.Tests;

/// <summary>
/// Runs Pester files in this process, each in a runspace of its own, with the PowerShell and the Pester that were
/// restored as packages. One after another, because the labs and the environment belong to the process.
/// </summary>
internal static class HostedPowerShell
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    private static readonly string s_pester = Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Pester").Value!;

    /// <summary>Why it cannot run any file: null, because restoring brought all it needs.</summary>
    public static string? Unavailable => null;

    /// <summary>Runs files.</summary>
    /// <param name="files">Their full paths.</param>
    /// <returns>The outcome of each file.</returns>
    public static IReadOnlyDictionary<string, PesterOutcome> Run(IReadOnlyList<string> files)
    {
        Environment.SetEnvironmentVariable("NO_COLOR", "1");
        using var exchange = new PesterExchange();
        return files.ToDictionary(
            file => file, file => exchange.OutcomeOf(file, RunList(exchange.WriteList([file]))));
    }

    private static string RunList(string list)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(Checkout.Root);
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddCommand(PesterExchange.Script).AddParameter("List", list).AddParameter("Pester", s_pester);
        IAsyncResult run = shell.BeginInvoke();
        if (!run.AsyncWaitHandle.WaitOne(s_limit))
        {
            shell.Stop();
            return $"It was stopped after {s_limit}.";
        }

        try
        {
            using PSDataCollection<PSObject> output = shell.EndInvoke(run);
            return string.Join('\n', output.Select(item => $"{item}").Concat(shell.Streams.Error.Select(e => $"{e}")));
        }
        catch (RuntimeException exception)
        {
            return exception.ToString();
        }
    }
}
