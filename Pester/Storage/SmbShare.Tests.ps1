BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'FS1', 'FS2') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
}

AfterAll { Remove-Lab Lab }

Describe 'Shares' {
    It 'are folders of a computer' {
        $share = New-LabSmbShare Library C:\Library -Description 'for all' -ComputerName FS1
        $share.SharePath | Should -Be '\\FS1.lab.local\Library'
        $share.Path | Should -Be 'C:\Library'
        (New-LabSmbShare Library C:\Other -ComputerName FS2).ComputerName | Should -Be FS2
        (Get-LabSmbShare Lib*).ComputerName | Should -Be FS1, FS2
        (Get-LabSmbShare -ComputerName FS2).Path | Should -Be 'C:\Other'
    }

    It 'have names of their own on their computer' {
        { New-LabSmbShare library C:\x -ComputerName FS1 -ErrorAction Stop } | Should -Throw '*already been shared*'
        { New-LabSmbShare 'a\b' C:\x -ComputerName FS1 -ErrorAction Stop } | Should -Throw '*cannot be the name*'
        { New-LabSmbShare Q Q:\x -ComputerName FS1 -ErrorAction Stop } | Should -Throw '*on no volume*'
        { Get-LabSmbShare nothing -ErrorAction Stop } | Should -Throw '*No share named*'
    }

    It 'end without their files' {
        Remove-LabSmbShare Library -ComputerName FS2 -WhatIf
        Remove-LabSmbShare Library -ComputerName FS2
        (Get-LabSmbShare).ComputerName | Should -Be FS1
    }
}
