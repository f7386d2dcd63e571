BeforeDiscovery {
    $isPwshMissing = -not (Get-Command pwsh -CommandType Application -ErrorAction Ignore)
}

Describe 'The page "Test your runbook"' -Skip:$isPwshMissing {
    BeforeAll {
        $root = (Resolve-Path $PSScriptRoot/../..).Path
        $page = Get-Content $root/docs/test-your-runbook.md -Raw
        $blocks = @([regex]::Matches($page, '(?ms)^```(\w+)\r?\n(.*?)^```') |
            ForEach-Object { @{ Language = $_.Groups[1].Value; Text = $_.Groups[2].Value } })
        $folder = (New-Item TestDrive:/page -ItemType Directory).FullName

        # Runs a block as a reader would: in a pwsh of its own, in the folder of the files, with the modules in reach.
        function Invoke-Block([string] $Text) {
            Set-Content $folder/block.ps1 "Set-Location '$folder'`n$Text"
            $colour, $env:NO_COLOR = $env:NO_COLOR, '1'
            pwsh -NoProfile -NonInteractive -File $folder/block.ps1 *>&1 | ForEach-Object { "$_" }
            $env:NO_COLOR = $colour
        }

        # Without the breaks and bars of an error that is drawn for a narrow window.
        function Get-PlainText([string[]] $Text) { ($Text -join ' ') -replace '[\s|]+', ' ' }

        $path = $env:PSModulePath
        $env:PSModulePath = $root + [System.IO.Path]::PathSeparator + $path
    }

    AfterAll { $env:PSModulePath = $path }

    It 'shows what its blocks do when they are run one after another' {
        $shown = 0
        foreach ($block in $blocks | Where-Object Language -NE yaml) {
            if ($block.Language -eq 'text') {
                foreach ($line in $block.Text.Trim() -split '\r?\n') {
                    $expected = Get-PlainText $line.Trim()
                    Get-PlainText $output | Should -BeLike "*$([wildcardpattern]::Escape($expected))*"
                    $shown++
                }
            }
            elseif ($block.Text -match '\A# (\S+\.ps1)\r?\n') {
                Set-Content (Join-Path $folder $Matches[1]) $block.Text
            }
            else {
                $output = Invoke-Block $block.Text
            }
        }

        $shown | Should -BeGreaterThan 5
    }

    It 'has a workflow whose last step passes' {
        $workflow = @($blocks | Where-Object Language -EQ yaml)
        $workflow | Should -HaveCount 1
        $step = ($workflow.Text -split 'run: \|\r?\n')[1] -replace '(?m)^ {10}'
        New-Item $folder/HyperVLab -ItemType SymbolicLink -Value $root | Out-Null
        $env:LAB_SEED = 3
        try {
            $output = Invoke-Block $step.Replace('Invoke-Pester . -CI', 'Invoke-Pester ./Update-Cluster.Tests.ps1 -CI')
        }
        finally {
            $env:LAB_SEED = $null
            (Get-Item $folder/HyperVLab).Delete()
        }

        Get-PlainText $output | Should -BeLike '*Tests Passed: 2, Failed: 0*'
        Join-Path $folder testResults.xml | Should -Exist
    }
}
