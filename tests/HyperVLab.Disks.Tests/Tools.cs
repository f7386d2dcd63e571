using System.Diagnostics;

namespace HyperVLab.Disks.Tests;

/// <summary>Programs of this computer that tests ask for a second opinion.</summary>
internal static class Tools
{
    /// <summary>Finds a program on the path, or skips the test.</summary>
    public static string Need(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{name} is not on the path of this computer.");
        return found!;
    }

    /// <summary>Runs a program; what it wrote to standard output, and how it ended.</summary>
    public static (int ExitCode, byte[] Output, string Error) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), error.Result);
    }
}
