namespace HyperVLab.Conventions.Tests;

/// <summary>
/// Fails a test with everything that was found, one a line, so that all of it can be put right at once.
/// </summary>
internal static class Finding
{
    public static void None(IEnumerable<string> findings)
    {
        string[] all = [.. findings.Distinct()];
        if (all.Length > 0)
        {
            Assert.Fail($"{all.Length} found:\n{string.Join('\n', all)}");
        }
    }
}
