BeforeAll {
    $root = Resolve-Path "$PSScriptRoot/../.."
    Import-Module "$root/HyperVLab.psd1"
}

Describe 'The BladeCenter S tutorial' {
    BeforeAll {
        $journal = Join-Path $TestDrive 'journal.json'
        $result = & "$root/labs/bladecenter-s.ps1" -Seed 7 -JournalPath $journal 6> $null
    }

    AfterAll {
        Get-Lab | Remove-Lab
    }

    It 'ends with one object' {
        $result | Should -HaveCount 1
        $result.Seed | Should -Be 7
        $result.VirtualElapsed | Should -BeGreaterThan ([timespan] '00:30:00')
        $result.JournalHash | Should -Match '^[0-9a-f]{64}$'
    }

    It 'loses none, one or two pings in each live migration' {
        $result.LiveMigrationLostPings | Should -HaveCount 2
        $result.LiveMigrationLostPings | ForEach-Object { $_ | Should -BeIn 0, 1, 2 }
        $result.LiveMigrationPasses | ForEach-Object { $_ | Should -BeIn (1..10) }
    }

    It 'disturbs only what ran on the blade that was turned off' {
        $result.SurvivorLostPings | Should -Be 0
        $result.FailedOverLostPings | Should -BeGreaterThan 10
        $result.FailedOverTo | Should -Be 'HVR2NODO1'
    }

    It 'gives the shared volume another owner' {
        $result.CsvOwnerBefore | Should -Be 'HVR2NODO2'
        $result.CsvOwnerAfter | Should -Be 'HVR2NODO1'
    }

    It 'makes the journal that is kept beside it' {
        $kept = (Get-Content "$root/labs/bladecenter-s.json" -Raw) -replace "`r"
        $because = 'labs/bladecenter-s.ps1 -JournalPath labs/bladecenter-s.json writes it anew'
        (Get-Content $journal -Raw) -replace "`r" | Should -BeExactly $kept -Because $because
    }

    It 'shows the timeouts, then the unreachable host, then the answers' {
        $line = Get-LabPing | Where-Object TargetName -EQ 'web01' | Get-LabPingTimeline
        $line.Symbols | Should -Match '!\.+U+!+'
    }
}

Describe 'The tutorial with another seed' {
    AfterAll {
        Get-Lab | Remove-Lab
    }

    It 'shows the same of another night' {
        $result = & "$root/labs/bladecenter-s.ps1" -Seed 8 6> $null
        $result.LiveMigrationLostPings | ForEach-Object { $_ | Should -BeIn 0, 1, 2 }
        $result.SurvivorLostPings | Should -Be 0
        $result.CsvOwnerAfter | Should -Be 'HVR2NODO1'
    }
}
