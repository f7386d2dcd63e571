BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/
    New-Item base, children -ItemType Directory | Out-Null
    New-LabVHD ./base/base.vhd 1GB | Out-Null
    New-LabVHD ./children/middle.vhd -ParentPath ./base/base.vhd | Out-Null
    New-LabVHD ./children/top.vhd -ParentPath ./children/middle.vhd | Out-Null
}

AfterAll { Pop-Location }

Describe 'The chain of a virtual hard disk of this computer' {
    It 'is listed from the child down, through other folders' {
        $chain = Get-LabVHDChain ./children/top.vhd
        $chain.Depth | Should -Be 0, 1, 2
        $chain.State | Should -Be 'Healthy', 'Healthy', 'Healthy'
        $chain.VhdType | Should -Be 'Differencing', 'Differencing', 'Dynamic'
        $chain[2].Path | Should -Be (Get-Item base/base.vhd).FullName
        $chain[2].StoredRelativePath | Should -Be '..\base\base.vhd'
        $chain[2].ExpectedIdentifier | Should -Be (Get-LabVHD ./base/base.vhd).DiskIdentifier
        $chain.IdentifierMatches | Should -Be $null, $true, $true
    }

    It 'is one disk where it has no parent' {
        (Get-LabVHDChain ./base/base.vhd).Depth | Should -Be 0
    }

    It 'is one disk where it is a raw image' {
        [System.IO.File]::WriteAllBytes("$((Get-Item .).FullName)/raw.img", [byte[]]::new(4096))
        $raw = Get-LabVHDChain ./raw.img
        $raw.State | Should -Be 'Healthy'
        $raw.VhdFormat | Should -Be 'Raw'
        $raw.Size | Should -Be 4096
    }

    It 'is found by wildcards, from files, from disks and literally' {
        (Get-LabVHDChain ./children/*.vhd).Depth | Should -Be 0, 1, 0, 1, 2
        (Get-ChildItem children/top.vhd | Get-LabVHDChain).Count | Should -Be 3
        (Get-LabVHD ./children/top.vhd | Get-LabVHDChain).Count | Should -Be 3
        (Get-LabVHDChain ./children/top.vhd | Get-LabVHD).VhdType | Should -Be 'Differencing', 'Differencing', 'Dynamic'
        Copy-Item base/base.vhd 'base/[a].vhd'
        (Get-LabVHDChain -LiteralPath './base/[a].vhd').VhdType | Should -Be 'Dynamic'
    }

    It 'says which parent is missing, and where it was looked for' {
        Rename-Item base/base.vhd gone.vhd
        $chain = Get-LabVHDChain ./children/top.vhd
        $chain.State | Should -Be 'Healthy', 'Healthy', 'Missing'
        $chain[2].Path | Should -BeNullOrEmpty
        $chain[2].StoredPath | Should -Match 'base\.vhd$'
        $chain[2].SearchedPath | Should -Contain ([System.IO.Path]::Combine((Get-Item base).FullName, 'base.vhd'))
        $chain[2].Problem | Should -BeLike '*was not found*'
        ($chain | Out-String -Width 120) | Should -BeLike '*Missing*was not found*'
        Rename-Item base/gone.vhd base.vhd
    }

    It 'says that a parent is another disk' {
        Move-Item base/base.vhd base/kept.vhd
        New-LabVHD ./base/base.vhd 1GB | Out-Null
        $chain = Get-LabVHDChain ./children/top.vhd
        $chain[2].State | Should -Be 'IdentifierMismatch'
        $chain[2].IdentifierMatches | Should -BeFalse
        $chain[2].DiskIdentifier | Should -Be (Get-LabVHD ./base/base.vhd).DiskIdentifier
        Move-Item base/kept.vhd base/base.vhd -Force
    }

    It 'says that a parent is damaged' {
        Copy-Item base/base.vhd base/kept.vhd
        Set-Content base/base.vhd 'no disk'
        $chain = Get-LabVHDChain ./children/top.vhd
        $chain[2].State | Should -Be 'Damaged'
        $chain[2].Problem | Should -BeLike '*offset*'
        Move-Item base/kept.vhd base/base.vhd -Force
    }

    It 'is not there where no file is' {
        { Get-LabVHDChain ./none.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Storage.GetLabVHDChainCommand'
        { Get-LabVHDChain Variable:/x.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotAFilePath,HyperVLab.Commands.Storage.GetLabVHDChainCommand'
    }
}

Describe "The chain of a virtual hard disk of a lab's host" {
    BeforeAll {
        New-Lab | Out-Null
        Add-LabHost HOST1 | Out-Null
        Install-LabOperatingSystem HOST1 -Edition HyperVServer2008R2
        Enable-LabRemoteManagement HOST1
        Join-LabDomain lab.local -ComputerName HOST1 -Restart
        New-LabVHD C:\VMs\base.vhd 1GB -ComputerName HOST1 | Out-Null
        New-LabVHD C:\VMs\web\web01.vhd -ParentPath C:\VMs\base.vhd -ComputerName HOST1 | Out-Null
    }

    AfterAll { Remove-Lab Lab }

    It 'has the paths of the host, and the files of this computer' {
        $chain = Get-LabVHDChain C:\VMs\web\web01.vhd -ComputerName HOST1
        $chain.Path | Should -Be 'C:\VMs\web\web01.vhd', 'C:\VMs\base.vhd'
        $chain.ComputerName | Should -Be 'HOST1', 'HOST1'
        $chain.State | Should -Be 'Healthy', 'Healthy'
        $chain[1].LocalPath | Should -Be (Get-LabVHD C:\VMs\base.vhd -ComputerName HOST1).LocalPath
    }

    It 'is listed without a trace in the journal' {
        $hash = (Get-Lab).JournalHash
        Get-LabVHDChain C:\VMs\web\web01.vhd -ComputerName HOST1 | Out-Null
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'is listed where the bytes of the parent are gone' {
        Clear-Content -LiteralPath (Get-LabVHD C:\VMs\base.vhd -ComputerName HOST1).LocalPath
        (Get-LabVHDChain C:\VMs\web\web01.vhd -ComputerName HOST1).State | Should -Be 'Healthy', 'Damaged'
        Remove-Item -LiteralPath (Get-LabVHDChain C:\VMs\web\web01.vhd -ComputerName HOST1)[1].LocalPath
        (Get-LabVHDChain C:\VMs\web\web01.vhd -ComputerName HOST1).State | Should -Be 'Healthy', 'Unreadable'
    }

    It 'is not there where the host has no such file' {
        { Get-LabVHDChain C:\VMs\none.vhd -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Storage.GetLabVHDChainCommand'
    }
}
